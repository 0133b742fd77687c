// `npm run fuzz -- --seconds N --seed S`: all legs in turn, with a new seed each round, until the time is over.
import { parseArgs } from 'node:util'
import { watch } from './watch.ts'
import type { Leg } from './worker.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    leg: { type: 'string', multiple: true, default: ['raw', 'structured', 'mls', 'peer'] },
    inputs: { type: 'string', default: '2000' },
  },
})
const [until, first] = [Date.now() + Number(values.seconds) * 1_000, Number(values.seed)]
let total = 0
let found = 0
for (let seed = first; seed === first || Date.now() < until; seed++)
  for (const leg of values.leg as Leg[]) {
    if (seed !== first && Date.now() >= until) break
    const { inputs, findings, tally } = await watch({ leg, seed, inputs: Number(values.inputs) })
    total += inputs
    found += findings.length
    process.stderr.write(
      `${leg}, seed ${seed}: ${inputs} inputs, ${findings.length} findings; ${JSON.stringify(tally)}\n`,
    )
    for (const finding of findings) process.stdout.write(`${JSON.stringify(finding)}\n`)
  }
process.stderr.write(`${total} inputs, ${found} findings\n`)
process.exitCode = found === 0 ? 0 : 1
