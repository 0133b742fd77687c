import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../simulator/answer.ts'
import { alike } from './alike.ts'

function answer(status: number | undefined, json: unknown, headers: [string, string][] = []): Answer {
  const request = { method: 'GET', target: '/', headers: [], body: new Uint8Array() }
  const where = { id: 'e1', from: 'app-server-1', to: 'a.example internal', startedAtMs: 0, durationMs: 0 }
  if (status === undefined) return { exchange: { ...where, request, noAnswer: 'connection refused' } }
  return { exchange: { ...where, request, response: { status, headers, body: new Uint8Array() } }, status, json }
}

const places = (left: Answer, right: Answer) =>
  alike({ answer: left, differsIn: 'app-1' }, { answer: right, differsIn: 'app-2' }).findings.map(({ at }) => at)

test('what the request named and what the moment decides is no difference', () => {
  const left = answer(404, { detail: 'No APP-1 here.', trace: 'x' }, [
    ['Date', 'now'],
    ['x-request-id', '1'],
  ])
  const right = answer(404, { trace: 'y', detail: 'No app-2 here.' }, [
    ['x-request-id', '2'],
    ['date', 'later'],
  ])
  assert.deepEqual(places(left, right), [])
})

test('status, headers and what the body says are compared', () => {
  assert.deepEqual(places(answer(404, {}), answer(403, {})), ['e1.status'])
  assert.deepEqual(places(answer(404, {}), answer(404, {}, [['allow', 'GET']])), ['e1.headers'])
  const [plain, problem] = ['text/plain', 'application/problem+json'].map((type) =>
    answer(404, {}, [['content-type', type]]),
  )
  assert.deepEqual(plain && problem && places(plain, problem), ['e1.headers'])
  assert.deepEqual(places(answer(404, { title: 'a' }), answer(404, { title: 'b' })), ['e1.body'])
  assert.deepEqual(places(answer(404, { title: 'a' }), answer(404, { title: 'a', owner: 1 })), ['e1.body'])
})

test('silence is no difference, but says nothing', () => {
  const { findings } = alike(
    { answer: answer(404, {}), differsIn: '' },
    { answer: answer(undefined, {}), differsIn: '' },
  )
  assert.deepEqual(
    findings.map(({ kind }) => kind),
    ['no-answer'],
  )
})
