// Holds the catalogue to itself and to the drafts: ids, rows, levels, readings, and the fingerprint of every sentence.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { readDraft } from '../draft/read.ts'
import { type Edition, editionIds } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'
import { behaviours, requirementsOf } from '../spec/profile/catalogue.ts'
import { readings } from '../spec/profile/readings.ts'
import { levels } from '../spec/requirement.ts'
import { readingSchema, requirementSchema } from '../spec/schema.ts'
import { rowLevels as drafted } from './catalogue-rows.ts'
import { mlsRowLevels } from './catalogue-rows-mls.ts'

const rowLevels = [...drafted, ...mlsRowLevels]
const drafts = resolve(process.env['MIMI_DRAFTS'] ?? '../shared/spec')
const baseline = editions['2023-03-08']
const lastPublic = editions['2023-03-17']

for (const id of editionIds) {
  describe(`edition ${id}`, () => {
    const edition = editions[id]

    test('has requirements of the published shape', () => {
      for (const requirement of edition.requirements) {
        const { success, error } = requirementSchema.safeParse(requirement)
        assert.ok(success, `${requirement.id}: ${error?.message}`)
      }
    })

    test('names each behaviour once, sorted', () => {
      const ids = edition.requirements.map((requirement) => requirement.id)
      assert.deepEqual(ids, [...new Set(ids)].sort())
    })

    test('refers only to readings that exist', () => {
      const known = new Set<string>(readings.map((reading) => reading.id))
      const used = edition.requirements.flatMap((requirement) => requirement.readings ?? [])
      assert.deepEqual(
        used.filter((reading) => !known.has(reading)),
        [],
      )
    })

    test('covers every row at the level the tables and their corrections give it', () => {
      const column = id === '2023-03-08' ? 1 : 2
      const expected = rowLevels.map((entry) => `${entry[0]} ${entry[column]}`)
      assert.deepEqual(
        rowLevels.map(([row = '']) => `${row} ${levelsOf(edition, row)}`),
        expected,
      )
    })

    test('has a sentence of the draft behind every fingerprint', (context) => {
      const file = resolve(drafts, `${id}.md`)
      if (!existsSync(file)) {
        context.skip(`the text of the draft is not here: ${file} (set MIMI_DRAFTS to the folder that has it)`)
        return
      }
      const { sentences, figures, comments } = readDraft(readFileSync(file, 'utf8'))
      const known = new Set([...sentences, ...figures, ...comments].map((one) => `${one.section} ${one.fingerprint}`))
      const stray = edition.requirements.filter(
        (requirement) =>
          requirement.fingerprint !== undefined && !known.has(`${requirement.section} ${requirement.fingerprint}`),
      )
      assert.deepEqual(
        stray.map((requirement) => requirement.id),
        [],
      )
    })
  })
}

test('no requirement claims a row that the tables do not have', () => {
  const listed = new Set(rowLevels.map(([row]) => row))
  const claimed = behaviours.flatMap((behaviour) => behaviour.rows)
  assert.deepEqual(
    claimed.filter((row) => !listed.has(row)),
    [],
  )
})

test('the tables of what the draft asks have 265 rows', () => {
  const counts = new Map<string, number>()
  for (const [row = ''] of drafted) counts.set(row.slice(0, 2), (counts.get(row.slice(0, 2)) ?? 0) + 1)
  assert.deepEqual(Object.fromEntries(counts), {
    ...{ AR: 18, IP: 12, BP: 6, X5: 32, ID: 28, KQ: 24, KP: 27, GR: 17 },
    ...{ PR: 15, CM: 23, CT: 8, JN: 12, KV: 5, FD: 8, HX: 18, PX: 12 },
  })
})

test('what only the later text states is borrowed by the earlier edition at level PROFILE, without a fingerprint', () => {
  const stated = new Set(lastPublic.requirements.filter((requirement) => requirement.fingerprint).map(({ id }) => id))
  const areas = ['KQ', 'KP', 'GR', 'PR', 'CM', 'CT', 'JN', 'KV', 'FD']
  const single = ['AR-11', 'AR-12', 'AR-16', 'AR-17', 'ID-04', 'ID-17', 'ID-18']
  const borrowed = baseline.requirements.filter(({ id, rows }) => {
    return stated.has(id) && rows.some((row) => areas.includes(row.slice(0, 2)) || single.includes(row))
  })
  assert.ok(borrowed.length > 100)
  for (const { id, level, section, fingerprint: print } of borrowed)
    assert.deepEqual(
      [id, level, section.startsWith('profile') || section.startsWith('RFC'), print],
      [id, 'PROFILE', true, undefined],
    )
})

test('what one edition alone knows is not in the other', () => {
  const ids = (edition: Edition): Set<string> => new Set(edition.requirements.map((requirement) => requirement.id))
  const only = (edition: Edition, other: Edition): string[] =>
    [...ids(edition)].filter((id) => !ids(other).has(id)).sort()
  assert.deepEqual(only(baseline, lastPublic), [
    'identity-provider/type-sixteen-bits',
    'x509-identity-provider/account-from-one-certificate',
    'x509-identity-provider/common-name-required',
    'x509-identity-provider/other-certificates-free',
    'x509-identity-provider/separator-only-between',
  ])
  assert.deepEqual(
    only(lastPublic, baseline)
      .flatMap((id) => behaviours.find((behaviour) => behaviour.id === id)?.rows ?? [])
      .sort(),
    [
      ...['AR-01', 'AR-02', 'AR-08', 'BP-04', 'ID-16', 'IP-08', 'IP-09', 'IP-10', 'IP-11'],
      ...['X5-03', 'X5-04', 'X5-08', 'X5-09', 'X5-11', 'X5-12', 'X5-14', 'X5-15', 'X5-16'],
    ],
  )
})

test('only what binds the gateway can make it fail', () => {
  const bound = (who: string): string[] => rowsWhere(lastPublic, ({ binds }) => binds === who)
  assert.deepEqual(bound('caller'), ['AR-02', 'ID-16', 'KP-02', 'KP-16'])
  assert.deepEqual(bound('operator'), ['AR-01', 'AR-08', 'AR-10'])
  assert.deepEqual(
    rowsWhere(baseline, ({ binds }) => binds === 'operator'),
    ['AR-13'],
  )
})

test('what no exchange can show says why', () => {
  const hidden = new Set(behaviours.filter(({ observable }) => observable === 'none').flatMap(({ rows }) => rows))
  assert.deepEqual([...hidden].sort(), [
    ...[
      'AR-15',
      'DS-01',
      'DS-02',
      'DS-03',
      'DS-04',
      'DS-05',
      'DS-08',
      'DS-09',
      'DS-10',
      'FR-16',
      'GR-08',
      'GR-15',
      'GR-16',
      'ID-25',
      'KP-16',
      'KQ-16',
      'KQ-17',
      'RT-07',
      'X5-30',
    ],
  ])
})

test('rows on keys, groups, accounts, peers and definitions need the capability', () => {
  const needs = (row: string): readonly string[] =>
    behaviours.find((behaviour) => behaviour.rows.includes(row))?.needs ?? []
  for (const { id, rows, needs: declared } of behaviours) {
    if (rows.some((row) => /^K[QP]-\d/.test(row))) assert.ok(declared.includes('key-queues'), id)
    if (rows.some((row) => /^(GR|PR|CM|CT|JN)-/.test(row))) assert.ok(declared.includes('groups'), id)
    if (rows.some((row) => row.startsWith('X5-'))) assert.ok(declared.includes('x509'), id)
    if (rows.some((row) => row.startsWith('FD-'))) assert.ok(declared.includes('federation'), id)
    if (declared.includes('accounts')) assert.ok(declared.includes('x509'), id)
  }
  for (const row of ['X5-04', 'X5-05', 'X5-06', 'X5-07', 'X5-08', 'X5-23', 'X5-24', 'BP-04'])
    assert.ok(needs(row).includes('define-application'), row)
})

test('the readings are A-01 to A-43, five of them hard', () => {
  for (const reading of readings) {
    const { success, error } = readingSchema.safeParse(reading)
    assert.ok(success, `${reading.id}: ${error?.message}`)
  }
  const expected = Array.from({ length: 43 }, (_, index) => `A-${String(index + 1).padStart(2, '0')}`)
  assert.deepEqual(
    readings.map(({ id }) => id),
    expected,
  )
  const hard = readings.filter(({ stance }) => stance === 'hard').map(({ id }) => id)
  assert.deepEqual(hard, ['A-01', 'A-02', 'A-14', 'A-18', 'A-19'])
})

test('every reading is used by a requirement', () => {
  const used = new Set<string>(
    [...baseline.requirements, ...lastPublic.requirements].flatMap((requirement) => requirement.readings ?? []),
  )
  assert.deepEqual(
    readings.map(({ id }) => id).filter((id) => !used.has(id)),
    [],
  )
})

test('a statement of a behaviour that nobody describes is refused', () => {
  assert.throws(
    () => requirementsOf('2023-03-17', { 'key-queue/no-such-rule': { level: 'MUST', section: 'key-queue-creation' } }),
    /2023-03-17 states what no behaviour describes: key-queue\/no-such-rule/,
  )
})

function rowsWhere(edition: Edition, holds: (requirement: Edition['requirements'][number]) => boolean): string[] {
  return [...new Set(edition.requirements.filter(holds).flatMap((requirement) => requirement.rows))].sort()
}

function levelsOf(edition: Edition, row: string): string {
  const found = new Set(edition.requirements.filter(({ rows }) => rows.includes(row)).map(({ level }) => level))
  return levels.filter((level) => found.has(level)).join('+') || '-'
}
