// The battery judged by `openssl verify` as well: the verdicts are the same wherever a recipe does not say why they differ.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { isComparable, opensslVersion } from '../../test/openssl/find.ts'
import { battery } from './battery/all.ts'
import type { Exhibit, Recipe } from './battery/recipe.ts'
import { testWorkshop } from './test-workshop.ts'

const version = opensslVersion()
const workshop = testWorkshop('openssl')
/** A list of no certificates has no leaf to name on OpenSSL's command line. */
const inexpressible = new Set(['no certificate'])

test('OpenSSL judges as we do', {
  skip: isComparable(version) ? false : `no OpenSSL 3 here (${version || 'none'})`,
}, async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'mimi-x509-'))
  const recipes = battery.filter(({ name }) => !inexpressible.has(name))
  const surprises: string[] = []
  const queue = recipes.entries()
  const worker = async () => {
    for (const [at, recipe] of queue) surprises.push(...(await compare(recipe, join(folder, `${at}`))))
  }
  await Promise.all([worker(), worker()])
  await rm(folder, { recursive: true })
  const explained = recipes.filter(({ opensslDiffers }) => opensslDiffers !== undefined)
  context.diagnostic(`${recipes.length} chains, ${explained.length} differences explained`)
  for (const { name, opensslDiffers } of explained) context.diagnostic(`${name}: ${opensslDiffers}`)
  assert.deepEqual(surprises, [])
})

/** What is surprising about OpenSSL's verdict, in words. */
async function compare(recipe: Recipe, stem: string): Promise<readonly string[]> {
  const { accepted, output } = await openssl(await recipe.make(workshop), stem)
  const same = accepted === (recipe.refusedBy === undefined)
  if (same === (recipe.opensslDiffers === undefined)) return []
  // What OpenSSL lets pass changes from version to version; the explanations are those of 3.0.
  if (same && !version.startsWith('OpenSSL 3.0.')) return []
  return [
    `${recipe.name}: OpenSSL ${accepted ? 'accepts' : 'refuses'}: ${output.replaceAll(/\s+/g, ' ').slice(0, 200)}`,
  ]
}

async function openssl({ chain, anchors, at = workshop.now }: Exhibit, stem: string) {
  const [leaf = new Uint8Array(), ...untrusted] = chain
  const write = async (name: string, certificates: readonly Uint8Array[]) => {
    await writeFile(`${stem}-${name}.pem`, certificates.map(pem).join(''))
    return `${stem}-${name}.pem`
  }
  const trusted = anchors.length === 0 ? ['-no-CAfile'] : ['-CAfile', await write('anchors', anchors)]
  const between = untrusted.length === 0 ? [] : ['-untrusted', await write('untrusted', untrusted)]
  const flags = [
    '-x509_strict',
    '-policy_check',
    '-policy',
    '2.5.29.32.0',
    '-partial_chain',
    '-auth_level',
    '2',
    '-attime',
    String(at),
  ]
  return run(['verify', ...flags, '-no-CApath', '-no-CAstore', ...trusted, ...between, await write('leaf', [leaf])])
}

function run(args: readonly string[]): Promise<{ accepted: boolean; output: string }> {
  return new Promise((resolve) => {
    execFile('openssl', args, (error, stdout, stderr) => resolve({ accepted: error === null, output: stdout + stderr }))
  })
}

function pem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
