import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Clock } from '../../simulator/clock.ts'
import type { WireRequest } from '../../simulator/exchange.ts'
import { jsonResponse } from '../../simulator/response.ts'
import { type Answering, createLink, noApplication } from './link.ts'

const ends = { edition: '2023-03-17', from: 'a.example', to: 'b.example' } as const
const mine = 'aaaaaaaa-0000-4000-8000-000000000001'
const theirs = 'bbbbbbbb-0000-4000-8000-000000000002'

function manualClock(): Clock & { readonly passed: number[] } {
  let now = 0
  const passed: number[] = []
  return {
    passed,
    now: () => now,
    async pass(ms) {
      passed.push(ms)
      now += ms
    },
  }
}

function linkTo(forward: Answering, seed = 1) {
  const clock = manualClock()
  return { clock, link: createLink({ ends, forward, clock, seed }) }
}

const put = (appId: string, text = ''): WireRequest => ({
  method: 'PUT',
  target: `/apps/${appId}/groups/%2e%2e/epochs`,
  headers: [['authorization', 'Bearer x']],
  body: new TextEncoder().encode(text),
})
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: Error) => error.message,
  )

test('a request is forwarded as it is and kept with its answer', async () => {
  const seen: WireRequest[] = []
  const answer = jsonResponse(201, {})
  const { link } = linkTo(async (request) => {
    seen.push(request)
    return answer
  })
  const request = put(mine, 'commit')
  assert.equal(await link.pass(request), answer)
  assert.deepEqual(seen, [request])
  const [passage, ...more] = await link.passages(mine.toUpperCase())
  assert.deepEqual(passage, { from: 'a.example', to: 'b.example', request, response: answer, atMs: 0, durationMs: 0 })
  assert.deepEqual(more, [])
  assert.deepEqual(await link.passages(theirs), [])
})

test('a cut stops one application alone, until it is healed', async () => {
  const { link } = linkTo(async () => jsonResponse(200, {}))
  await link.disturb(mine, { cut: true })
  assert.equal(await outcome(link.pass(put(mine))), 'the link was cut')
  assert.equal(await outcome(link.pass(put(theirs))), 'answered')
  assert.equal(await outcome(link.pass({ ...put(mine), method: 'GET', target: '/apps?x' })), 'answered')
  await link.heal(mine)
  assert.equal(await outcome(link.pass(put(mine))), 'answered')
  const [cut, whole] = await link.passages(mine)
  assert.equal(cut?.lost, 'the link was cut')
  assert.equal(cut?.response, undefined)
  assert.equal(whole?.lost, undefined)
  assert.equal((await link.passages(noApplication)).length, 1)
})

test('an answer lost on the way back is kept, because the other gateway gave it', async () => {
  const { link } = linkTo(async () => jsonResponse(201, {}))
  await link.disturb(mine, { losesAnswers: 100 })
  assert.equal(await outcome(link.pass(put(mine))), 'lost on the way back')
  const [passage] = await link.passages(mine)
  assert.equal(passage?.response?.status, 201)
  assert.equal(passage?.lost, 'lost on the way back')
})

test('a duplicate arrives after the first was answered, and what it was answered is kept apart', async () => {
  const statuses = [201, 200]
  const { link } = linkTo(async () => jsonResponse(statuses.shift() ?? 500, {}))
  await link.disturb(mine, { duplicates: 100 })
  assert.equal((await link.pass(put(mine))).status, 201)
  const [passage, ...more] = await link.passages(mine)
  assert.deepEqual([passage?.response?.status, passage?.again?.status, more.length], [201, 200, 0])
})

test('the same seed gives the same fates, whatever other applications do beside', async () => {
  const faults = { delayMs: [5, 50], losesRequests: 30, losesAnswers: 30, duplicates: 30 } as const
  const story = async (seed: number, beside: boolean) => {
    const { link, clock } = linkTo(async () => jsonResponse(200, {}), seed)
    await link.disturb(mine, faults)
    if (beside) await link.disturb(theirs, { losesRequests: 50 })
    const outcomes: string[] = []
    for (let count = 0; count < 30; count++) {
      if (beside) await outcome(link.pass(put(theirs)))
      outcomes.push(await outcome(link.pass(put(mine))))
    }
    return [...outcomes, ...clock.passed.filter((ms) => ms >= 5)]
  }
  assert.deepEqual(await story(7, true), await story(7, false))
  assert.notDeepEqual(await story(8, false), await story(7, false))
  assert.ok(new Set(await story(7, false)).size > 5)
})

test('passages stand in the order of arrival at the link, those under way included', async () => {
  let release = () => {}
  const promise = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked = 0
  const { link } = linkTo(async () => {
    if (++asked === 1) await promise
    return jsonResponse(200, {})
  })
  const first = link.pass(put(mine, 'first'))
  await link.pass(put(mine, 'second'))
  const texts = async () =>
    (await link.passages(mine)).map(({ request, lost }) => [Buffer.from(request.body).toString(), lost])
  assert.deepEqual(await texts(), [
    ['first', 'under way'],
    ['second', undefined],
  ])
  release()
  await first
  assert.deepEqual(await texts(), [
    ['first', undefined],
    ['second', undefined],
  ])
})

test('what is forgotten is forgotten for one application, its faults included; where it leads stays', async () => {
  const { link } = linkTo(async () => jsonResponse(200, {}))
  link.route(mine, async () => jsonResponse(404, {}))
  await link.disturb(mine, { cut: true })
  await outcome(link.pass(put(mine)))
  await link.pass(put(theirs))
  await link.forget(mine)
  assert.deepEqual(await link.passages(mine), [])
  assert.equal((await link.passages(theirs)).length, 1)
  assert.equal((await link.pass(put(mine))).status, 404)
})

test('a routed application goes elsewhere, and back', async () => {
  const { link } = linkTo(async () => jsonResponse(200, 'gateway'))
  link.route(mine, async () => jsonResponse(200, 'script'))
  const said = async (appId: string) => Buffer.from((await link.pass(put(appId))).body).toString()
  assert.deepEqual([await said(mine), await said(theirs)], ['"script"', '"gateway"'])
  link.route(mine, undefined)
  assert.equal(await said(mine), '"gateway"')
})
