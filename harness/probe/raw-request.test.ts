import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireRequest } from '../../simulator/exchange.ts'
import { laxBase64 } from './base64.ts'
import { inOrder, rewriteBody, rewriteTarget, setHeader, setMembers, setMethod } from './raw-request.ts'

const request: WireRequest = {
  method: 'POST',
  target: '/apps/a/clients',
  headers: [
    ['authorization', 'Bearer x'],
    ['content-type', 'application/json'],
  ],
  body: new TextEncoder().encode('{"clientHandle":"alice","tags":["x"]}'),
}
const text = ({ body }: WireRequest) => new TextDecoder().decode(body)

test('members are added, replaced and left out; other members stay', () => {
  const altered = setMembers({ clientHandle: undefined, tags: null, note: 1 })(request)
  assert.equal(text(altered), '{"tags":null,"note":1}')
})

test('octets in place of a body go out as they are', () => {
  assert.deepEqual(rewriteBody(() => Uint8Array.of(0xff))(request).body, Uint8Array.of(0xff))
})

test('a header takes the place of all of its name, may be made from the old one, or is left out', () => {
  const longer = setHeader('Authorization', (old) => `${old}y`)(request)
  assert.deepEqual(longer.headers.at(-1), ['authorization', 'Bearer xy'])
  assert.deepEqual(setHeader('content-type', undefined)(request).headers, [['authorization', 'Bearer x']])
})

test('changes follow one another', () => {
  const { method, target } = inOrder(
    setMethod('GET'),
    rewriteTarget((old) => `${old}?a`),
    rewriteTarget((old) => `${old}&b`),
  )(request)
  assert.deepEqual([method, target], ['GET', '/apps/a/clients?a&b'])
})

test('every lax spelling differs from the canonical one, and a lax reader takes most of them for it', () => {
  const canonical = Buffer.from([0xfb, 0xff, 0xbe, 0x01]).toString('base64')
  const spellings = laxBase64(canonical)
  assert.equal(new Set([canonical, ...spellings]).size, spellings.length + 1)
  for (const spelling of spellings)
    assert.equal(Buffer.from(spelling, 'base64').toString('base64'), canonical, spelling)
})
