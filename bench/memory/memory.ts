// What a client and a key package weigh in the gateway's memory, as slopes between two sizes.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Section } from '../section.ts'
import type { Filling, Weighed } from './weigh.ts'

type Size = Readonly<Record<Filling['kind'], { readonly less: number; readonly more: number }>>

const scales: Readonly<Record<'full' | 'tiny', Size>> = {
  full: { client: { less: 50_000, more: 250_000 }, 'key package': { less: 1_000, more: 5_000 } },
  tiny: { client: { less: 50, more: 100 }, 'key package': { less: 10, more: 20 } },
}

/** Each kind fills a gateway in a process of its own, which collects its garbage before it weighs. */
export const memory: Section = {
  name: 'memory',
  measures: 'heap and buffers of the gateway after a collection of garbage, slope between two sizes',
  async run(say, scale) {
    for (const kind of ['client', 'key package'] as const) {
      const { less, more } = scales[scale][kind]
      const { light, heavy, wireBytes } = await weigh({ kind, less, more })
      const slope = (heavy - light) / (more - less)
      const ratio = (slope / wireBytes).toFixed(1)
      say({
        what: `one ${kind}, between ${less} and ${more}`,
        figure: `${slope.toFixed(0)} bytes, ${ratio} times the ${wireBytes.toFixed(0)} bytes of its values`,
      })
    }
  },
}

async function weigh(filling: Filling): Promise<Weighed> {
  const file = fileURLToPath(new URL('./weigh.js', import.meta.url))
  const child = fork(file, [JSON.stringify(filling)], { execArgv: ['--expose-gc'] })
  const [[weighed], [code]] = await Promise.all([once(child, 'message'), once(child, 'exit')])
  if (code !== 0) throw new Error(`the process that weighs a ${filling.kind} ended with ${code}`)
  return weighed as Weighed
}
