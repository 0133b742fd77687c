// What finding clients by a tag costs in an application with many clients against one with few, and against a plain Map.
import { randomUUID } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { appPath, startMeasured } from './gateway.ts'
import { cpuMicros, median, type Section, spread } from './section.ts'

const scales = {
  full: { sizes: [1_000, 100_000, 1_000_000], rounds: 31, warmUps: 4, requests: 1_000 },
  tiny: { sizes: [20, 40], rounds: 1, warmUps: 0, requests: 5 },
}
/** How many clients share a tag, at every size. */
const together = 10
/** Tags are asked for in an order that visits all of memory. */
const stride = 7_919

const contenders = { gateway: startGateway, plain: startPlain }

/** Something that holds clients and finds those with a tag. */
interface Finder {
  register(handle: string, tag: string): void
  find(tag: string): Promise<void> | void
}

/** One of the finders with so many clients, and what a discovery took in each round, in µs of CPU time. */
interface Crowd {
  readonly name: keyof typeof contenders
  readonly size: number
  readonly finder: Finder
  readonly micros: number[]
}

/**
 * Gateways and plain Maps of every size stand side by side in this process and answer in turns. Both take longer among
 * more clients, for less of what they look at is in a cache; flat is what grows no more than a Map does.
 */
export const discovery: Section = {
  name: 'discovery',
  measures: `clients found by tag, ${together} with each tag, at the gateway's seam, and in a plain Map of the same entries`,
  async run(say, scale) {
    const { sizes, rounds, warmUps, requests } = scales[scale]
    const crowds: Crowd[] = []
    for (const size of sizes)
      for (const name of ['gateway', 'plain'] as const) {
        const finder = await contenders[name]()
        const micros = (await cpuMicros(() => fill(finder, size))) / size
        if (name === 'gateway') say({ what: `registering ${size} clients`, figure: `${micros.toFixed(1)} µs each` })
        crowds.push({ name, size, finder, micros: [] })
      }
    for (let round = 0; round < warmUps + rounds; round++)
      // Another one begins each time, so that none always runs in the wake of the same other.
      for (const { size, finder, micros } of rotated(crowds, round)) {
        const asked = { tags: size / together, from: round * requests, count: requests }
        // What the one before left behind is not paid for by this one.
        collectYoung()
        const took = await cpuMicros(() => askFor(finder, asked))
        if (round >= warmUps) micros.push(took / requests)
      }
    for (const size of sizes) {
      const growth = (name: Crowd['name']) => growthOf(crowds, name, size)
      const [ours, plain] = [growth('gateway'), growth('plain')]
      const isFirst = size === sizes[0]
      say({
        what: `discovery by tag among ${size} clients`,
        figure: `${ours.micros.toFixed(1)} µs${isFirst ? '' : `, ${spread(ours.ratios)} of ${sizes[0]}`}`,
        ...(!isFirst && {
          goal: { text: 'flat, no more than a plain Map', isMet: median(ours.ratios) <= median(plain.ratios) },
        }),
      })
      say({
        what: '  in a plain Map',
        figure: `${plain.micros.toFixed(1)} µs${isFirst ? '' : `, ${spread(plain.ratios)} of ${sizes[0]}`}`,
      })
    }
  },
}

function growthOf(crowds: readonly Crowd[], wanted: Crowd['name'], size: number): { micros: number; ratios: number[] } {
  const same = crowds.filter(({ name }) => name === wanted)
  const least = same[0]?.micros ?? []
  const micros = same.find((crowd) => crowd.size === size)?.micros ?? []
  return { micros: median(micros), ratios: micros.map((took, round) => took / (least[round] ?? Number.NaN)) }
}

function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const first = by % items.length
  return [...items.slice(first), ...items.slice(0, first)]
}

/** Collects young garbage: old memory, of which there is a lot here, would take seconds each time. */
function collectYoung(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void
  collect({ type: 'minor' })
}

async function startGateway(): Promise<Finder> {
  const { gateway, parts, application, token } = await startMeasured()
  const headers = [['authorization', `Bearer ${token}`]] as const
  return {
    register: (handle, tag) => void parts.clients.register(application, new TextEncoder().encode(handle), [tag]),
    async find(tag) {
      const target = `${appPath}/clients?tag=${tag}`
      const { status } = await gateway.internal({ method: 'GET', target, headers, body: new Uint8Array() })
      if (status !== 200) throw new Error(`expected the answer 200, was ${status}`)
    },
  }
}

/** The entries as they go over the wire, by tag; they are written as JSON when they are found. */
function startPlain(): Finder {
  const byTag = new Map<string, object[]>()
  return {
    register(clientHandle, tag) {
      const entry = { clientId: randomUUID(), clientHandle, tags: [tag] }
      const others = byTag.get(tag)
      if (others === undefined) byTag.set(tag, [entry])
      else others.push(entry)
    },
    find(tag) {
      const identities = byTag.get(tag) ?? []
      if (JSON.stringify({ identities }).length < 100) throw new Error(`expected clients with the tag ${tag}`)
    },
  }
}

async function fill(finder: Finder, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    finder.register(`client-${index}`, `team-${Math.floor(index / together)}`)
    // The collector of garbage gets its turns, as it does between requests.
    if (index % 10_000 === 0) await new Promise(setImmediate)
  }
}

async function askFor(
  finder: Finder,
  { tags, from, count }: { readonly tags: number; readonly from: number; readonly count: number },
): Promise<void> {
  for (let index = from; index < from + count; index++) await finder.find(`team-${(index * stride) % tags}`)
}
