// A worker for tests of the watch: with seed 1 it never ends, with any other it crashes, in the middle of an input.
import type { Job, Told } from './worker.ts'

process.once('message', ({ seed }: Job) => {
  process.send?.({ trying: 'the last straw' } satisfies Told, () => {
    if (seed !== 1) throw new Error('it broke')
    for (;;);
  })
})
