// Seeded random histories in suite 2: the public side agrees with every member, and sees every change it can see.
import { test } from 'node:test'
import { assertComplete, runHistories } from './run.test.kit.ts'

// Before the first test: from there on the runner follows every promise, which costs half as much again.
const [outcome] = await Promise.allSettled([runHistories(2, 150)])

test('suite 2: 150 histories, each message also changed in many ways', () => {
  if (outcome.status === 'rejected') throw outcome.reason
  assertComplete(outcome.value)
})
