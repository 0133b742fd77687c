import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createVirtualClock } from './virtual-clock.ts'

test('sleepers wake in the order of their times, and see the time they asked for', async () => {
  const clock = createVirtualClock(1000)
  const woken: [string, number][] = []
  const sleep = async (name: string, ms: number) => {
    await clock.pass(ms)
    woken.push([name, clock.now()])
  }
  await Promise.all([sleep('day', 86_400_000), sleep('late', 50), sleep('early', 20), sleep('beside', 20)])
  assert.deepEqual(woken, [
    ['early', 1020],
    ['beside', 1020],
    ['late', 1050],
    ['day', 86_401_000],
  ])
})

test('a timeout does not fire while the work it guards goes on', async () => {
  const clock = createVirtualClock(0)
  const work = async () => {
    for (let turn = 0; turn < 15; turn++) await new Promise((resolve) => setImmediate(resolve))
    return 'done'
  }
  assert.equal(await Promise.race([work(), clock.pass(10_000).then(() => 'timeout')]), 'done')
})

test('a sleeper that goes to sleep again lets nobody with an earlier time wait', async () => {
  const clock = createVirtualClock(0)
  const ticks: number[] = []
  const ticking = async () => {
    for (let tick = 0; tick < 4; tick++) {
      await clock.pass(10)
      ticks.push(clock.now())
    }
  }
  const once = clock.pass(25).then(() => ticks.push(-clock.now()))
  await Promise.all([ticking(), once])
  assert.deepEqual(ticks, [10, 20, -25, 30, 40])
})

test('what is called off is not done, and holds nothing up', async () => {
  const clock = createVirtualClock(0)
  const done: string[] = []
  const callOff = clock.after(10, () => done.push('called off'))
  clock.after(20, () => done.push('kept'))
  callOff()
  await clock.pass(30)
  assert.deepEqual([done, clock.now()], [['kept'], 30])
})
