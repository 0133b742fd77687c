// docs/failure-modes.md names code, tests and requirements: all of them are there, and none of the 49 is left out.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadScenarios } from '../harness/load.ts'
import { editions } from '../spec/editions.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const document = join(root, 'docs/failure-modes.md')
const rows = readFileSync(document, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [number = '', failure = '', guard = '', proof = '', asked = ''] = line.slice(1, -1).split(' | ')
    return { number: Number(number), failure, guard: guard.trim(), proof: proof.trim(), asked: asked.trim() }
  })

/** Failures that happen where no gateway can look. */
const beyondGateways = [46, 49]

test('the table has the 49 failure modes, each once and in order', () => {
  assert.deepEqual(
    rows.map(({ number }) => number),
    Array.from({ length: 49 }, (_, at) => at + 1),
  )
  for (const { failure } of rows) assert.ok(failure.length > 20, failure)
  assert.match(readFileSync(document, 'utf8'), new RegExp(`no gateway can look: ${beyondGateways.join(' and ')}\\.`))
})

test('each guard is a function, or a check by its row, in the file that is named', () => {
  for (const { number, guard } of rows) {
    const guards = linksIn(guard, /\[`([^`]+)`\]\(([^)]+)\)/g)
    assert.ok(guards.length > 0, `row ${number}`)
    for (const { name, text } of guards)
      assert.ok(isRow(name) ? text.includes(`row: '${name}'`) : defines(text, name), `row ${number}: ${name}`)
  }
})

test('each test has its title in the file that is named', () => {
  for (const { number, proof } of rows) {
    const tests = linksIn(proof, /\["([^"]+)"\]\(([^)]+)\)/g)
    assert.ok(tests.length > 0, `row ${number}`)
    for (const { name, text } of tests) {
      assert.ok(
        titlesIn(text).some((title) => title.test(name)),
        `row ${number}: ${name}`,
      )
      // Where one title serves a list of cases, the case has to be in the list.
      const [, kind, row] = / with (\S+)(?: \d+)* is refused by ([A-Z]{2}-[B\d]\d+)$/.exec(name) ?? []
      if (row === undefined) continue
      const stated = new RegExp(`kind: '${kind}'[^}]*\\}[^}]*row: '${row}'`)
      assert.match(text, stated, `row ${number}: ${name}`)
    }
  }
})

test('each requirement exists and has a scenario, where a gateway can be asked at all', async () => {
  const ids = new Set<string>(Object.values(editions).flatMap(({ requirements }) => requirements.map(({ id }) => id)))
  const scenarios = await loadScenarios()
  const told = new Set<string>(scenarios.map(({ scenario }) => scenario.requirement))
  for (const { number, asked } of rows) {
    const named = [...asked.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id)
    assert.ok(named.length > 0 || beyondGateways.includes(number), `row ${number}`)
    for (const id of named) {
      assert.ok(ids.has(id), `row ${number}: no requirement ${id}`)
      assert.ok(told.has(id), `row ${number}: no scenario of ${id}`)
    }
  }
})

/** What a cell links to: the name that is said, and the text of the file. */
function linksIn(cell: string, pattern: RegExp): { readonly name: string; readonly text: string }[] {
  return [...cell.matchAll(pattern)].map(([, name = '', path = '']) => {
    const file = resolve(dirname(document), path)
    assert.ok(existsSync(file), path)
    return { name, text: readFileSync(file, 'utf8') }
  })
}

function isRow(name: string): boolean {
  return /^[A-Z]{2}-[B\d]\d+$/.test(name)
}

/** Whether a function of this name, or a list, is made there; a mention or a call is not enough. */
function defines(text: string, name: string): boolean {
  const made = new RegExp(
    `(function ${name}[<(]|const ${name}\\b|^\\s+(async )?${name}\\([^;]*\\{$|^\\s+${name}: \\()`,
    'm',
  )
  return made.test(text)
}

/** The string literals that can be titles, as patterns: what a template fills in may be anything. */
function titlesIn(text: string): RegExp[] {
  return [...text.matchAll(/(['"`])((?:(?!\1)[^\n\\])+)\1/g)]
    .map(([, , literal = '']) => literal.split(/\$\{[^}]*\}/))
    .filter((parts) => parts.join('').length >= 12)
    .map((parts) => new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`))
}
