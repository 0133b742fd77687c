// Selection: ids, rows, scenario names and globs of them, levels, and what is said of a pattern that matches nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editions } from '../spec/editions.ts'
import type { RequirementId } from '../spec/requirement.ts'
import { ConfigurationError } from './configuration-error.ts'
import type { LoadedScenario } from './load.ts'
import { met } from './match/judgement.ts'
import { select } from './select.ts'

const both = Object.values(editions)

function loaded(name: string): LoadedScenario {
  const requirement = name.replace(/\..*$/, '') as RequirementId
  const scenario = {
    requirement,
    story: '',
    world: 'no-application',
    probe: async () => ({}),
    judge: () => met,
  } as const
  return { name, scenario }
}
const scenarios = [
  'client-registration/handle-unique',
  'key-queue/unique-attributes',
  'key-queue/unique-attributes.other',
].map(loaded)

function chosen(only: readonly string[], choice: Partial<Parameters<typeof select>[2]> = {}) {
  const [first] = select([editions['2023-03-17']], scenarios, { only, ...choice })
  assert.ok(first)
  return { scenarios: first.scenarios.map(({ name }) => name), requirements: first.requirements.map(({ id }) => id) }
}

test('everything, where nothing is asked for', () => {
  const selections = select(both, scenarios, { only: [] })
  assert.deepEqual(
    selections.map(({ requirements, scenarios: told }) => [requirements.length, told.length]),
    both.map(({ requirements }) => [requirements.length, 3]),
  )
})

test('by id, by row in any case, and by glob', () => {
  const queue = ['key-queue/unique-attributes', 'key-queue/unique-attributes.other']
  for (const pattern of [
    'key-queue/unique-attributes',
    'KQ-04',
    'kq-04',
    'key-queue/unique*',
    '**/unique-attributes',
  ]) {
    assert.deepEqual(chosen([pattern]).scenarios, queue, pattern)
  }
  assert.deepEqual(chosen(['KQ-04']).requirements, ['key-queue/unique-attributes'])
  assert.ok(chosen(['key-queue/*']).requirements.length > 5)
})

test('by the name of one scenario alone', () => {
  assert.deepEqual(chosen(['key-queue/unique-attributes.other']), {
    scenarios: ['key-queue/unique-attributes.other'],
    requirements: ['key-queue/unique-attributes'],
  })
})

test('by level, alone and with a pattern', () => {
  assert.ok(chosen([], { level: 'MAY' }).requirements.length > 0)
  assert.deepEqual(chosen(['key-queue/unique-attributes'], { level: 'MAY' }).requirements, [])
})

test('a pattern that matches nothing is refused with what is near', () => {
  const said = (only: string) => {
    try {
      select(both, scenarios, { only: [only] })
    } catch (error) {
      assert.ok(error instanceof ConfigurationError)
      return error.message
    }
    return assert.fail('taken')
  }
  assert.match(
    said('key-queue/unique-atributes'),
    /^--only key-queue\/unique-atributes: .*; did you mean key-queue\/unique-attributes/,
  )
  assert.match(said('key-queu/*'), /did you mean .*key-queue\/\*/)
  assert.match(said('something-else-entirely'), /`mimi-conformance list` names them all$/)
})
