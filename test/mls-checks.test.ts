// Holds docs/mls-checks.md to the code: every row has its place, every check stands in it with its section, every name exists.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { allChecks } from '../mls/public-group.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The rows that need no group secret, and how many each group of them has. */
const groups = { FR: 16, LN: 14, 'KP-B': 7, GI: 7, RT: 7, PL: 18, CB: 11, XC: 8, DS: 10 }
const wanted = Object.entries(groups).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, at) =>
    group === 'KP-B' ? `${group}${at + 1}` : `${group}-${String(at + 1).padStart(2, '0')}`,
  ),
)

const rows = readFileSync(join(root, 'docs/mls-checks.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]{2}-/.test(line))
  .map((line) => {
    const [row = '', rule = '', sections = '', realised = '', unseen = ''] = line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim())
    return { row, rule, sections: sections.split(', '), realised: realised.split('; '), unseen }
  })

test('every row that needs no group secret stands in the table once, with rule, section and what realises it', () => {
  assert.equal(wanted.length, 98)
  const listed = rows.map(({ row }) => row)
  assert.deepEqual(listed.slice(0, wanted.length), wanted)
  assert.equal(new Set(listed).size, listed.length)
  for (const { row, rule, sections, realised, unseen } of rows) {
    assert.match(rule, /\.$/, row)
    assert.ok(sections.length > 0 && realised.length > 0 && unseen !== '', row)
    for (const section of sections) assert.match(section, /^\d+(\.\d+)*$/, row)
  }
})

test('the checks of the table are exactly those of the code, each under its row and section', () => {
  const known = Object.entries(allChecks).flatMap(([kind, checks]) =>
    checks.map(({ row, section, name }) => ({ row, section, text: `${row} \`${kind}\` ${name}` })),
  )
  const inTable = rows.flatMap(({ row, sections, realised }) =>
    realised
      .filter((one) => !one.includes('](../'))
      .map((one) => {
        const check = known.find(({ text }) => text === `${row} ${one}`)
        const section = sections.find((each) => check?.section === `9420 section ${each}`)
        return `${row} ${one}, 9420 section ${section}`
      }),
  )
  const inCode = known.map(({ text, section }) => `${text}, ${section}`)
  assert.deepEqual(inTable.sort(), inCode.sort())
})

test('every function of the table is defined in the file that the table names', () => {
  const functions = rows.flatMap(({ row, realised }) =>
    realised.filter((one) => one.includes('](../')).map((one) => ({ row, one })),
  )
  assert.ok(functions.length > 20)
  for (const { row, one } of functions) {
    const [, name = '', shown, file = ''] = /^`(\w+)` \(\[(.*)\]\(\.\.\/(.*)\)\)$/.exec(one) ?? []
    assert.equal(shown, file, row)
    // A function of its own, or a method of a service; a mere call of it has no body.
    const definition = new RegExp(`(?:function ${name}\\b|^ {2,8}(?:async )?${name}\\([^\\n]*\\{$)`, 'm')
    assert.match(readFileSync(join(root, file), 'utf8'), definition, `${row}: ${name} in ${file}`)
  }
})
