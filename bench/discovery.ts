// What finding clients by a tag costs in an application with many clients against one with few.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { appPath, type Measured, startMeasured } from './gateway.ts'
import { cpuMicros, median, type Section, spread } from './section.ts'

const scales = {
  full: { sizes: [1_000, 100_000, 1_000_000], rounds: 31, warmUps: 4, requests: 1_000 },
  tiny: { sizes: [20, 40], rounds: 1, warmUps: 0, requests: 5 },
}
/** How many clients share a tag, at every size. */
const together = 10
/** Tags are asked for in an order that visits all of memory. */
const stride = 7_919
const goal = 1.5

/** Gateways of every size stand side by side in this process and answer in turns, at the seam. */
export const discovery: Section = {
  name: 'discovery',
  measures: `clients found by tag, ${together} with each tag, at the gateway's seam`,
  async run(say, scale) {
    const { sizes, rounds, warmUps, requests } = scales[scale]
    const crowds: { size: number; measured: Measured; micros: number[] }[] = []
    for (const size of sizes) {
      const measured = await startMeasured()
      const micros = (await cpuMicros(() => fill(measured, size))) / size
      say({ what: `registering ${size} clients`, figure: `${micros.toFixed(1)} µs each` })
      crowds.push({ size, measured, micros: [] })
    }
    for (let round = 0; round < warmUps + rounds; round++)
      // Another one begins each time, so that none always runs in the wake of the same other.
      for (const { size, measured, micros } of [...crowds.slice(round % crowds.length), ...crowds].slice(
        0,
        crowds.length,
      )) {
        const asked = { tags: size / together, from: round * requests, count: requests }
        // What the one before left behind is not paid for by this one.
        collectYoung()
        const took = await cpuMicros(() => askFor(measured, asked))
        if (round >= warmUps) micros.push(took / requests)
      }
    const [least] = crowds
    for (const { size, micros } of crowds) {
      const ratios = micros.map((took, round) => took / (least?.micros[round] ?? Number.NaN))
      const isFirst = size === least?.size
      say({
        what: `discovery by tag among ${size} clients`,
        figure: `${median(micros).toFixed(1)} µs${isFirst ? '' : `, ${spread(ratios)} of ${least?.size}`}`,
        ...(!isFirst && { goal: { text: `flat, at most ${goal}`, isMet: median(ratios) <= goal } }),
      })
    }
  },
}

/** Collects young garbage: old memory, of which there is a lot here, would take seconds each time. */
function collectYoung(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void
  collect({ type: 'minor' })
}

async function fill({ parts, application }: Measured, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const handle = new TextEncoder().encode(`client-${index}`)
    parts.clients.register(application, handle, [`team-${Math.floor(index / together)}`])
    // The collector of garbage gets its turns, as it does between requests.
    if (index % 10_000 === 0) await new Promise(setImmediate)
  }
}

async function askFor(
  { gateway, token }: Measured,
  { tags, from, count }: { readonly tags: number; readonly from: number; readonly count: number },
): Promise<void> {
  const headers = [['authorization', `Bearer ${token}`]] as const
  for (let index = from; index < from + count; index++) {
    const target = `${appPath}/clients?tag=team-${(index * stride) % tags}`
    const { status } = await gateway.internal({ method: 'GET', target, headers, body: new Uint8Array() })
    if (status !== 200) throw new Error(`expected the answer 200, was ${status}`)
  }
}
