// Seeded random histories in suite 2: the public side agrees with every member, and sees every change it can see.
import { test } from 'node:test'
import { assertComplete, runHistories } from './run.test.kit.ts'

test('suite 2: 150 histories, each message also changed in many ways', async () => {
  assertComplete(await runHistories(2, 150))
})
