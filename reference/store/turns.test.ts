import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTurns } from './turns.ts'

test('tasks of one key run one after the other, also past one that fails; other keys do not wait', async () => {
  const inTurn = createTurns()
  const events: string[] = []
  const task =
    (name: string, fails = false) =>
    async () => {
      events.push(`${name} begins`)
      await new Promise(setImmediate)
      events.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const all = await Promise.allSettled([
    inTurn('k', task('1')),
    inTurn('k', task('2', true)),
    inTurn('k', task('3')),
    inTurn('other', task('x')),
  ])
  assert.deepEqual(
    all.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  )
  const ofKey = events.filter((event) => !event.startsWith('x'))
  assert.deepEqual(ofKey, ['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends'])
  assert.ok(events.indexOf('x begins') < events.indexOf('1 ends'))
})
