// Runs files of published vectors and counts: the way from a folder of JSON to what `npm run vectors` and the tests say.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RandomBytes } from '../random.ts'
import { loadSuite, type Suite } from '../suite.ts'
import { cryptoBasics, deserialization, pskSecret, transcriptHashes } from './cryptography.ts'
import { messages } from './messages.ts'
import { passiveCommits, passiveWelcome } from './passive-client.ts'
import { treeKem } from './paths.ts'
import { treeMath, treeOperations, treeValidation } from './trees.ts'
import type { VectorFile } from './vector-file.ts'

export const vectorFiles: readonly VectorFile[] = [
  treeMath,
  treeOperations,
  treeValidation,
  treeKem,
  transcriptHashes,
  messages,
  deserialization,
  passiveWelcome,
  passiveCommits,
  cryptoBasics,
  pskSecret,
]

/** Files that are published beside these and not run, each with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  'key-schedule': 'secrets of a group, which only members derive',
  'message-protection': 'encryption and MACs under secrets of a group',
  'secret-tree': 'keys for private messages, which only members derive',
  welcome: 'a Welcome from inside; passive-client-welcome covers joining by one',
  'passive-client-random': 'a long walk of what passive-client-handling-commit has in steps',
}

export interface Outcome {
  readonly passed: number
  /** How many cases were skipped, by reason. */
  readonly skipped: ReadonlyMap<string, number>
  /** What did not hold, by number of the case from 0. */
  readonly failures: readonly { readonly number: number; readonly error: unknown }[]
}

/** The folder of the vectors: in `parent`, or beside the project where nothing is given. */
export function vectorFolder(parent: string | undefined): string {
  return join(parent ?? join(import.meta.dirname, '../../../../shared/vectors'), 'mls')
}

/** Where the file is in the folder; undefined where it is missing. */
export function findVectors(folder: string, name: string): string | undefined {
  const path = join(folder, `${name}.json`)
  return existsSync(path) ? path : undefined
}

/** Runs every case of the file at `path`; a case that does not hold is counted and stops nothing. */
export async function runVectors(file: VectorFile, path: string, random: RandomBytes): Promise<Outcome> {
  const suites = new Map<number, Promise<Suite>>()
  const suiteOf = (id: number) => {
    const suite = suites.get(id) ?? loadSuite(id, random)
    suites.set(id, suite)
    return suite
  }
  const cases: readonly unknown[] = JSON.parse(readFileSync(path, 'utf8'))
  const skipped = new Map<string, number>()
  const failures = []
  let passed = 0
  for (const [number, each] of cases.entries()) {
    const reason = file.skips(each)
    if (reason !== undefined) skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
    else
      try {
        await file.check(each, suiteOf)
        passed++
      } catch (error) {
        failures.push({ number, error })
      }
  }
  return { passed, skipped, failures }
}
