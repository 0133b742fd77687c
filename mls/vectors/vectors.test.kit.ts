// For tests of mls/ only: the MLS working group's published test vectors, read from a folder beside the project and never copied into it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { CipherSuiteId, Suite } from '../suite.ts'
import { loadSuite, supportedSuites } from '../suite.ts'
import { seededRandom } from '../world.test.kit.ts'

const folder = join(process.env['MIMI_VECTORS'] ?? join(import.meta.dirname, '../../../../shared/vectors'), 'mls')

/** Bytes in hexadecimal, as the vectors write them. */
export type Hex = string

/** One test over all cases of `<name>.json`; without the folder it is skipped, and says so. */
export function overVectors<Case>(name: string, fact: string, run: (cases: readonly Case[]) => Promise<void>): void {
  const path = join(folder, `${name}.json`)
  const skip = existsSync(path) ? false : `no published vectors at ${path} (set MIMI_VECTORS to their folder)`
  test(`vectors ${name}: ${fact}`, { skip }, async () => run(JSON.parse(readFileSync(path, 'utf8'))))
}

/** The cases of suites that are in use here, each with its suite loaded. */
export async function inSuites<Case extends { readonly cipher_suite: number }>(
  cases: readonly Case[],
  run: (suite: Suite, each: Case) => Promise<void>,
): Promise<void> {
  const loaded = new Map<number, Suite>()
  for (const id of supportedSuites) loaded.set(id, await suiteOf(id))
  for (const each of cases) {
    const suite = loaded.get(each.cipher_suite)
    if (suite !== undefined) await run(suite, each)
  }
}

function suiteOf(id: CipherSuiteId): Promise<Suite> {
  return loadSuite(id, seededRandom(`vectors ${id}`))
}

export function bytes(text: Hex): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'hex'))
}
