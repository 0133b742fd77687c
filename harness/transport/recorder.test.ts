// Patience with an endpoint ends with what goes unanswered in a row; an answer in between, and waiting side by side, count for it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Endpoint, WireRequest, WireResponse } from '../../simulator/exchange.ts'
import { impatient, NoAnswer } from './recorder.ts'

const endpoint: Endpoint = { url: 'http://127.0.0.1:1', domain: 'a.example', interface: 'internal' }
const request: WireRequest = { method: 'GET', target: '/', headers: [], body: new Uint8Array() }
const response: WireResponse = { status: 200, headers: [], body: new Uint8Array() }

/** A channel whose requests are answered, or left without an answer, by hand and in the order of asking. */
function byHand() {
  const open: ((answered: boolean) => void)[] = []
  const channel = impatient(
    () =>
      new Promise((resolve, reject) => {
        open.push((answered) => (answered ? resolve(response) : reject(new NoAnswer('nothing came'))))
      }),
  )
  const ask = () =>
    channel(endpoint, request).then(
      () => 'answered',
      (error: Error) => error.message,
    )
  return { ask, end: (answered: boolean) => open.shift()?.(answered) }
}

test('an answer in between begins the count anew', async () => {
  const { ask, end } = byHand()
  for (const answered of [false, false, true, false, false]) {
    const asked = ask()
    end(answered)
    await asked
  }
  const next = ask()
  end(true)
  assert.equal(await next, 'answered')
})

test('requests that wait side by side count once, also where another one was answered meanwhile', async () => {
  const { ask, end } = byHand()
  const together = [ask(), ask(), ask(), ask()]
  for (const answered of [false, false, false, false]) end(answered)
  await Promise.all(together)
  const mixed = [ask(), ask(), ask()]
  for (const answered of [false, true, false]) end(answered)
  await Promise.all(mixed)
  const next = ask()
  end(true)
  assert.equal(await next, 'answered')
})
