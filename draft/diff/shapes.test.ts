// What a difference says of requests, their members, and objects written in one notation or another.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDraft } from '../read.ts'
import { diffDrafts } from './diff.ts'

const request = `HTTP POST /rooms/{roomId}/orders

Input:

{
    tea: Base64(octets),
    cups: uint8,
    guest: String
}

Output:

{
    orderId: UUIDv4
}`

function draft(...figures: readonly string[]): string {
  return `--- middle\n\n# Orders\n\nA guest orders tea.\n\n${figures.map((figure) => `~~~\n${figure}\n~~~\n`).join('\n')}`
}

function diff(before: string, after: string): ReturnType<typeof diffDrafts> {
  return diffDrafts(readDraft(draft(before)), readDraft(draft(after)))
}

test('members that are new, gone, renamed, of another type, optional or elsewhere are told', () => {
  const after = request
    .replace('Base64(octets)', 'octets')
    .replace('cups: uint8', 'optional cups: uint16')
    .replace('guest: String', 'guestName: String,\n    milk: bool')
    .replace('orderId: UUIDv4', '')
  assert.deepEqual(diff(request, after).operations[0]?.members, [
    { at: 'input.tea', change: 'type', from: 'Base64(octets)', to: 'octets', note: 'Base64 dropped' },
    { at: 'input.cups', change: 'type', from: 'uint8', to: 'uint16' },
    { at: 'input.cups', change: 'optional' },
    { at: 'input.guestName', change: 'renamed', from: 'guest', to: 'guestName' },
    { at: 'input.milk', change: 'added', to: 'bool' },
    { at: 'output.orderId', change: 'removed', from: 'UUIDv4' },
  ])
})

test('another method, another path and an input that moves to the query are told', () => {
  const [method] = diff(request, request.replace('POST', 'PUT')).operations
  assert.deepEqual([method?.change, method?.method, method?.path], ['changed', true, false])
  const [path] = diff(request, request.replace('/orders', '/orders/new')).operations
  assert.deepEqual([path?.change, path?.method, path?.path], ['changed', false, true])
  const asked = request.replace('orders', 'orders?guest={guest}').replace(',\n    guest: String', '')
  const [moved] = diff(request, asked).operations
  assert.ok(moved?.members.some(({ at, change, to }) => at === 'input.guest' && change === 'moved' && to === 'query'))
})

test('a request that is gone and one that is new are told; the same request in another place is not', () => {
  const other = 'HTTP GET /kitchen/kettles\n\nOutput:\n\n{\n    litres: uint8\n}'
  assert.deepEqual(
    diffDrafts(readDraft(draft(request)), readDraft(draft(other))).operations.map(({ change }) => change),
    ['removed', 'added'],
  )
  assert.deepEqual(diffDrafts(readDraft(draft(request, other)), readDraft(draft(other, request))).operations, [])
})

test('a struct written as an object is a matter of notation unless its members changed', () => {
  const struct = 'struct {\n    uint8 cups;\n    bool milk;\n} Order;'
  const object = 'Order\n{\n    "cups": number, //uint8\n    "milk": boolean\n}'
  const [same] = diff(struct, object).definitions
  assert.deepEqual([same?.change, same?.members], ['notation', []])
  const [changed] = diff(struct, object.replace('boolean', 'string')).definitions
  assert.deepEqual(changed?.members, [{ at: 'milk', change: 'type', from: 'bool', to: 'string' }])
  assert.equal(changed?.change, 'changed')
})

test('code that defines nothing is told with its words', () => {
  const [changed] = diff('Assert (order.cups > 0)', 'Assert (order.cups > 1)').figures
  assert.equal(changed?.change, 'changed')
})
