// Draws histories: requests by number, which take on the ids that the gateway gave out before.
import fc, { type Arbitrary } from 'fast-check'
import { type Pool, people } from './pool.test.kit.ts'
import type { HistoryRequest } from './request.test.kit.ts'

/** A request as drawn; numbers count what there is, and begin again after the last. */
export type Draft =
  | { readonly op: 'register'; readonly person: number; readonly tags: readonly number[] }
  | {
      readonly op: 'edit'
      readonly client: number
      readonly person: number | undefined
      readonly add: readonly number[]
      readonly remove: readonly number[]
    }
  | { readonly op: 'delete' | 'retrieve'; readonly client: number }
  | { readonly op: 'find'; readonly tag: number }
  | { readonly op: 'createQueue'; readonly client: number; readonly label: number }
  | {
      readonly op: 'update'
      readonly queue: number
      readonly packages: readonly number[]
      readonly reset: boolean
      readonly label: number | undefined
      readonly final: number | undefined
    }
  | { readonly op: 'deleteQueue'; readonly queue: number }
  | { readonly op: 'fetch'; readonly client: number; readonly label: number; readonly receiver: number }
  | { readonly op: 'createGroup' | 'log' | 'proposals' | 'info'; readonly group: number }
  | { readonly op: 'propose'; readonly proposal: number }
  | { readonly op: 'commit'; readonly commit: number }
  | { readonly op: 'welcomes'; readonly person: number }

/** Ids the gateway has given out so far, those of what was deleted included. */
export interface Seen {
  readonly clients: string[]
  readonly queues: { readonly client: string; readonly queue: string }[]
}

const two = fc.nat(1)
const three = fc.nat(2)
/** Most often the one that has a queue from the start, so that requests meet. */
const client = fc.constantFrom(1, 1, 1, 0, 2)
const label = fc.constantFrom(0, 0, 0, 1)
const receiver = fc.constantFrom(0, 0, 1, 2)
const tags = fc.uniqueArray(two, { maxLength: 2 })
const fewTags = fc.constantFrom([], [], [0], [1])
const op = <Op extends string>(name: Op) => fc.constant(name)
/** Mostly those of the person whose queue is there from the start. */
const keyPackage = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 9 }) },
  { weight: 1, arbitrary: fc.nat(14) },
)
const maybe = <T>(drawn: Arbitrary<T>) => fc.option(drawn, { nil: undefined, freq: 2 })

const draft: Arbitrary<Draft> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ op: op('register'), person: three, tags }) },
  { weight: 4, arbitrary: fc.record({ op: op('edit'), client, person: maybe(three), add: tags, remove: fewTags }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constantFrom('delete', 'retrieve'), client }) },
  { weight: 1, arbitrary: fc.record({ op: op('find'), tag: two }) },
  { weight: 1, arbitrary: fc.record({ op: op('createQueue'), client, label }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ op: op('update'), queue: label, packages: fc.array(keyPackage, { maxLength: 2 }), reset: fc.boolean() },
      ...{ label: maybe(label), final: maybe(keyPackage) },
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: op('deleteQueue'), queue: label }) },
  { weight: 6, arbitrary: fc.record({ op: op('fetch'), client, label, receiver }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constantFrom('createGroup', 'log', 'proposals', 'info'), group: two }) },
  { weight: 2, arbitrary: fc.record({ op: op('propose'), proposal: two }) },
  { weight: 6, arbitrary: fc.record({ op: op('commit'), commit: fc.nat(13) }) },
  { weight: 1, arbitrary: fc.record({ op: op('welcomes'), person: three }) },
)

/** Requests at the same time: sent in one breath, or each when the scheduler says so. */
export interface Round {
  readonly atOnce: boolean
  readonly requests: readonly Draft[]
}

const round = fc.record({ atOnce: fc.boolean(), requests: fc.array(draft, { minLength: 1, maxLength: 4 }) })

export const rounds: Arbitrary<Round[]> = fc.array(round, { minLength: 1, maxLength: 4 })

/** A client or queue that was never there. */
const nobody = '00000000-0000-4000-8000-000000000000'

export function resolve(drawn: Draft, pool: Pool, seen: Seen): HistoryRequest {
  const nth = (names: Iterable<string>, index: number): string => {
    const all = [...names]
    return all[index % all.length] ?? nobody
  }
  const packageAt = (index: number) => nth(pool.packages.keys(), index)
  const tagAt = (index: number) => `t${index}`
  const labelAt = (index: number) => (index === 0 ? '' : 'x')
  const queueAt = (index: number) =>
    seen.queues[index % Math.max(seen.queues.length, 1)] ?? { client: nobody, queue: nobody }
  switch (drawn.op) {
    case 'register':
      return { op: drawn.op, handle: nth(people, drawn.person), tags: drawn.tags.map(tagAt) }
    case 'edit': {
      const { op, client, person, add, remove } = drawn
      const handle = person === undefined ? undefined : nth(people, person)
      return { op, client: nth(seen.clients, client), handle, add: add.map(tagAt), remove: remove.map(tagAt) }
    }
    case 'delete':
    case 'retrieve':
      return { op: drawn.op, client: nth(seen.clients, drawn.client) }
    case 'find':
      return { op: drawn.op, tag: tagAt(drawn.tag) }
    case 'createQueue':
      return { op: drawn.op, client: nth(seen.clients, drawn.client), label: labelAt(drawn.label) }
    case 'update': {
      const { op, queue, packages, reset, label, final } = drawn
      const named = { op, ...queueAt(queue), packages: packages.map(packageAt), reset }
      return {
        ...named,
        label: label === undefined ? label : labelAt(label),
        final: final === undefined ? final : packageAt(final),
      }
    }
    case 'deleteQueue':
      return { op: drawn.op, ...queueAt(drawn.queue) }
    case 'fetch': {
      const { op, client, label, receiver } = drawn
      return { op, client: nth(seen.clients, client), label: labelAt(label), receiver: `r${receiver}` }
    }
    case 'createGroup':
    case 'log':
    case 'proposals':
    case 'info':
      return { op: drawn.op, group: nth(pool.groups.keys(), drawn.group) }
    case 'propose':
      return { op: drawn.op, proposal: nth(pool.proposals.keys(), drawn.proposal) }
    case 'commit':
      return { op: drawn.op, commit: nth(pool.commits.keys(), drawn.commit) }
    case 'welcomes':
      return { op: drawn.op, handle: nth(people, drawn.person) }
  }
}
