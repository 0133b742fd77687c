// Which parameters an X.509 identity provider may be configured with, under which flags.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readX509Parameters } from './parameters.ts'

const both = { supportsAccounts: true, supportsDomains: true }
const none = { supportsAccounts: false, supportsDomains: false }
const range = (start: unknown, end: unknown) => ({ device_handle_range: { start, end } })

const valid = [
  [range(0, 0), none],
  [range(3, 3), none],
  [range(0, 255), none],
  [{ ...range(0, 1), account_handle_offset: 2, domain_name_offset: 3 }, both],
  [{ ...range(0, 1), account_handle_offset: 7, domain_name_offset: 255 }, both],
  [
    { ...range(0, 1), account_handle_offset: 2 },
    { ...none, supportsAccounts: true },
  ],
  [
    { ...range(0, 1), domain_name_offset: 2 },
    { ...none, supportsDomains: true },
  ],
  [{ ...range(0, 1), account_handle_offset: 0, domain_name_offset: 'unused', trust_anchors: [] }, none],
] as const

const invalid = [
  ['a range that ends before it starts', range(2, 1), none, 'X5-04'],
  ['an account within the range', { ...range(0, 1), account_handle_offset: 1, domain_name_offset: 3 }, both, 'X5-05'],
  ['an account before the range', { ...range(1, 1), account_handle_offset: 0, domain_name_offset: 3 }, both, 'X5-05'],
  ['a domain within the range', { ...range(0, 1), domain_name_offset: 1 }, { ...none, supportsDomains: true }, 'X5-06'],
  ['a domain at the account', { ...range(0, 1), account_handle_offset: 2, domain_name_offset: 2 }, both, 'X5-07'],
  ['a domain before the account', { ...range(0, 1), account_handle_offset: 3, domain_name_offset: 2 }, both, 'X5-07'],
  ['no range', { account_handle_offset: 2, domain_name_offset: 3 }, both, 'X5-08'],
  ['no end of the range', range(0, undefined), none, 'X5-08'],
  ['no account offset', { ...range(0, 1), domain_name_offset: 3 }, both, 'X5-08'],
  ['no domain offset', { ...range(0, 1), account_handle_offset: 3 }, both, 'X5-08'],
  ['an offset beyond 255', { ...range(0, 1), account_handle_offset: 2, domain_name_offset: 256 }, both, 'X5-09'],
  ['a negative offset', range(-1, 0), none, 'X5-09'],
  ['a fraction', range(0, 0.5), none, 'X5-09'],
  ['text', range('0', 1), none, 'X5-09'],
  ['null', null, none, 'X5-08'],
  ['a list', [], none, 'X5-08'],
  ['nothing', undefined, none, 'X5-08'],
] as const

test('takes parameters whose offsets follow one another, and keeps the offsets that the flags ask for', () => {
  for (const [raw, flags] of valid) {
    const { parameters, problems } = readX509Parameters(raw, flags)
    assert.deepEqual(problems, [], JSON.stringify(raw))
    assert.equal(parameters?.accountHandleOffset !== undefined, flags.supportsAccounts)
    assert.equal(parameters?.domainNameOffset !== undefined, flags.supportsDomains)
  }
  const { parameters } = readX509Parameters({ ...range(0, 1), account_handle_offset: 2, domain_name_offset: 3 }, both)
  assert.deepEqual(parameters, { deviceHandleRange: { start: 0, end: 1 }, accountHandleOffset: 2, domainNameOffset: 3 })
})

for (const [what, raw, flags, row] of invalid)
  test(`refuses ${what}`, () => {
    const { parameters, problems } = readX509Parameters(raw, flags)
    assert.equal(parameters, undefined)
    assert.ok(
      problems.some(({ rows }) => rows.includes(row)),
      JSON.stringify(problems),
    )
  })

test('names every problem once', () => {
  const { problems } = readX509Parameters({ ...range(2, 1), account_handle_offset: 1, domain_name_offset: 1 }, both)
  assert.deepEqual(
    problems.map(({ rows: [row], member }) => [row, member]),
    [
      ['X5-04', 'device_handle_range.end'],
      ['X5-05', 'account_handle_offset'],
      ['X5-06', 'domain_name_offset'],
      ['X5-07', 'domain_name_offset'],
    ],
  )
})
