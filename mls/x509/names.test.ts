// Handles, accounts and domains of both editions as vectors, and every common name that may not become part of one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MlsRejection } from '../rejection.ts'
import type { NameAttribute, Subject } from './authority.ts'
import { place, replacing } from './battery/alter.ts'
import { makeFamily } from './battery/recipe.ts'
import { validatePath } from './certificate-path.ts'
import { tags } from './encoding/der.ts'
import { writeDer, writeOid } from './encoding/der-writer.ts'
import { accountHandle, clientHandle, commonNameChecks, deviceHandle, domainName, joinCommonNames } from './names.ts'
import type { X509Parameters } from './parameters.ts'
import { testWorkshop } from './test-workshop.ts'

const workshop = testWorkshop('names')

/** A validated chain whose subjects are these, leaf first. */
async function pathOf(...subjects: readonly Subject[]) {
  const [leaf = 'leaf', ...above] = subjects
  const root = above.at(-1) ?? 'root'
  let { root: authority, anchors } = await makeFamily(workshop, { root: { subject: root } })
  const chain = [authority.certificate]
  for (const subject of above.slice(0, -1).reverse()) {
    authority = await authority.createSubordinate({ subject })
    chain.unshift(authority.certificate)
  }
  chain.unshift(await authority.issue({ subject: leaf, publicKey: workshop.deviceKey }))
  return validatePath(chain, { anchors, at: workshop.now })
}

const range = (start: number, end: number): X509Parameters => ({ deviceHandleRange: { start, end } })

test('a device handle is the common names of the range, leaf first, joined by colons, both ends included', async () => {
  const path = await pathOf('phone', 'work', 'alice', 'a.example')
  assert.equal(deviceHandle(path, range(0, 0)), 'phone')
  assert.equal(deviceHandle(path, range(0, 1)), 'phone:work')
  assert.equal(deviceHandle(path, range(1, 1)), 'work')
  assert.equal(deviceHandle(path, range(1, 2)), 'work:alice')
  assert.equal(deviceHandle(path, range(0, 3)), 'phone:work:alice:a.example')
})

test('account and domain are the common names at their offsets, absent where the provider has none', async () => {
  const path = await pathOf('phone', 'work', 'alice', 'a.example')
  const all = { ...range(0, 1), accountHandleOffset: 2, domainNameOffset: 3 }
  assert.equal(accountHandle(path, all), 'alice')
  assert.equal(domainName(path, all), 'a.example')
  assert.equal(accountHandle(path, range(0, 1)), undefined)
  assert.equal(domainName(path, range(0, 1)), undefined)
})

test('a client handle is the device handle, in 2023-03-17 behind its account where there are accounts', async () => {
  const path = await pathOf('phone', 'work', 'alice', 'a.example')
  const all = { ...range(0, 1), accountHandleOffset: 2, domainNameOffset: 3 }
  assert.equal(clientHandle(path, all, { form: 'device' }), 'phone:work')
  assert.equal(clientHandle(path, all, { form: 'account/device' }), 'alice/phone:work')
  assert.equal(clientHandle(path, range(0, 1), { form: 'account/device' }), 'phone:work')
})

test('an offset beyond the presented chain is refused, though the anchor left out is there', async () => {
  const { device, account, anchors } = await makeFamily(workshop)
  const path = validatePath([device, account.certificate], { anchors, at: workshop.now })
  assert.equal(deviceHandle(path, range(0, 1)), 'phone:alice')
  assertRefused(() => deviceHandle(path, range(0, 2)), 'X5-25')
  assertRefused(() => domainName(path, { ...range(0, 0), domainNameOffset: 2 }), 'X5-25')
  assertRefused(() => deviceHandle(path, range(255, 255)), 'X5-25')
})

test('certificates outside the range are not judged', async () => {
  const path = await pathOf('phone', [{ type: 'O', value: 'no common name' }], 'a/b@c', 'a.example')
  assert.equal(deviceHandle(path, range(0, 0)), 'phone')
  assert.equal(domainName(path, { ...range(0, 0), domainNameOffset: 3 }), 'a.example')
  assertRefused(() => deviceHandle(path, range(0, 1)), 'X5-18')
  assertRefused(() => deviceHandle(path, range(2, 2)), 'X5-13')
})

const cn = (value: string, encoding: NonNullable<NameAttribute['encoding']> = 'utf8String'): NameAttribute => ({
  type: 'CN',
  value,
  encoding,
})

const refusals: readonly (readonly [what: string, subject: Subject, row: string])[] = [
  ['no common name', [{ type: 'O', value: 'Example' }], 'X5-18'],
  ['an empty common name', [cn('')], 'X5-18'],
  ['two common names', [cn('phone'), cn('laptop')], 'X5-26'],
  ['the same common name twice', [cn('phone'), cn('phone')], 'X5-26'],
  ['a BMPString', [cn('phone', 'bmpString')], 'X5-27'],
  ['a BMPString with a special character', [cn('a/b', 'bmpString')], 'X5-27'],
  ['a UniversalString', [cn('phone', 'universalString')], 'X5-27'],
  ['an IA5String', [cn('phone', 'ia5String')], 'X5-27'],
  ['a PrintableString with a character it has not', [cn('ph_ne', 'printableString')], 'X5-27'],
  ['NUL', [cn('phone\u0000.b.example')], 'X5-27'],
  ['a line break', [cn('phone\n')], 'X5-27'],
  ['DEL', [cn('phone\u007f')], 'X5-27'],
  ['a C1 control', [cn('phone\u0085')], 'X5-27'],
  ...['@', '/', '#', '$', ':'].map((special) => [`"${special}"`, [cn(`a${special}b`)], 'X5-13'] as const),
]

for (const [what, subject, row] of refusals)
  test(`refuses ${what} in every place a name is derived from`, async () => {
    for (const place of [0, 1, 2, 3]) {
      const path = await pathOf(...[0, 1, 2, 3].map((at) => (at === place ? subject : `name ${at}`)))
      const parameters = { ...range(0, 1), accountHandleOffset: 2, domainNameOffset: 3 }
      const derive = () => [clientHandle(path, parameters, { form: 'account/device' }), domainName(path, parameters)]
      assertRefused(derive, row)
    }
  })

test('refuses a TeletexString, and a certificate with a UTF8String that is no UTF-8', async () => {
  const nameOf = (tag: number, bytes: Uint8Array) =>
    writeDer(tags.sequence, writeDer(tags.set, writeDer(tags.sequence, writeOid('2.5.4.3'), writeDer(tag, bytes))))
  const handleOf = async (subject: Uint8Array) => {
    const device = { forgery: { signed: replacing(place.subject, subject) } }
    const { chain, anchors } = await makeFamily(workshop, { device })
    return () => deviceHandle(validatePath(chain, { anchors, at: workshop.now }), range(0, 0))
  }
  assertRefused(await handleOf(nameOf(tags.teletexString, Buffer.from('phone'))), 'X5-27')
  assertRefused(await handleOf(nameOf(tags.utf8String, Buffer.from('70ff', 'hex'))), 'X5-02')
  assertRefused(await handleOf(nameOf(tags.utf8String, Buffer.from('c0af', 'hex'))), 'X5-02')
})

test('takes other characters as they are, without any normalisation', async () => {
  for (const text of ['a／b', 'Ça va', 'e\u0301', '\u00e9', '..', ' x ', '手机', '📱', '%2F', 'a&b'])
    assert.equal(deviceHandle(await pathOf([cn(text)], 'a.example'), range(0, 0)), text)
  const printable = await pathOf([cn("A-z (0)'+,.=?", 'printableString')], 'a.example')
  assert.equal(deviceHandle(printable, range(0, 0)), "A-z (0)'+,.=?")
})

test('takes the one common name out of a subject of several attributes', async () => {
  const path = await pathOf([{ type: 'O', value: 'x/y' }, cn('phone'), { type: 'OU', value: 'z:' }], 'a.example')
  assert.equal(deviceHandle(path, range(0, 0)), 'phone')
})

test('a rule can be left out on its own', async () => {
  const path = await pathOf('a/b', 'a.example')
  const lax = commonNameChecks.filter(({ name }) => name !== 'no special characters')
  assert.equal(joinCommonNames(path, { start: 0, end: 0 }, lax), 'a/b')
})

function assertRefused(derive: () => unknown, row: string): void {
  assert.throws(derive, (error) => {
    assert.ok(error instanceof MlsRejection, String(error))
    assert.equal(error.row, row, error.message)
    return true
  })
}
