// Runs one history against a gateway in process: what happens at the same moment is decided by a seeded scheduler,
// and every round of requests has to be explained by some order of them, the readable state at the end included.
import type { Scheduler } from 'fast-check'
import type { CommitEffect, PublicGroup } from '../../mls/public-group.ts'
import type { GatewayOptions, Parts } from '../../reference/gateway.ts'
import type { StoredPackage } from '../../reference/store/store.ts'
import { appId, type Received, startTrial, type Trial } from '../../reference/trial.test.kit.ts'
import { type Draft, type Round, resolve, type Seen } from './draw.test.kit.ts'
import { emptyState, explain, type ModelState } from './model.test.kit.ts'
import { type Pool, people } from './pool.test.kit.ts'
import { describeExchange, type Exchange, type HistoryRequest } from './request.test.kit.ts'

type Alter = (parts: Parts) => Parts
type Pause = (label: string) => Promise<void>

/** MLS judgements that every history makes again: the same question always has the same answer. */
export interface Judged {
  readonly packages: Map<string, StoredPackage>
  readonly groups: Map<string, PublicGroup>
  readonly effects: WeakMap<PublicGroup, Map<string, CommitEffect>>
}

export function nothingJudged(): Judged {
  return { packages: new Map(), groups: new Map(), effects: new WeakMap() }
}

export interface Subject {
  readonly pool: Pool
  readonly judged: Judged
  readonly alter?: Alter | undefined
}

/** Throws an Error that tells the history, where no order of the requests explains the answers. */
export async function runHistory(subject: Subject, rounds: readonly Round[], scheduler: Scheduler): Promise<void> {
  const { pool, judged, alter = (parts: Parts) => parts } = subject
  let isScheduled = false
  const pause: Pause = async (label) => {
    if (isScheduled) await scheduler.schedule(Promise.resolve(), label)
  }
  const options: Partial<GatewayOptions> = { alter: (parts) => alter(paced(parts, judged, pause)) }
  const trial = await startTrial('2023-03-17', options)
  const seen: Seen = { clients: [], queues: [] }
  const told: string[] = []
  let states: readonly ModelState[] = [emptyState]
  const play = async (requests: readonly HistoryRequest[], atOnce = true): Promise<void> => {
    const answers = requests.map(async (request, index) => {
      if (!atOnce) await pause(`request ${index} starts`)
      return { request, answer: await send(trial, pool, request) }
    })
    const all = Promise.all(answers)
    const exchanges = await (isScheduled ? scheduler.waitFor(all) : all)
    told.push(exchanges.map(describeExchange).join('\n  '))
    for (const exchange of exchanges) notice(seen, exchange)
    states = after(pool, states, exchanges)
    if (states.length === 0)
      throw new Error(
        `no order of the last requests explains their answers:\n- ${told.slice(-1 - rounds.length).join('\n- ')}`,
      )
  }
  for (const draft of opening) await play([resolve(draft, pool, seen)])
  isScheduled = true
  for (const { atOnce, requests } of rounds)
    await play(
      requests.map((draft) => resolve(draft, pool, seen)),
      atOnce,
    )
  isScheduled = false
  for (const request of closing(pool, seen)) await play([request])
}

/** What every history begins with, so that there is something to compete for. */
const opening: readonly Draft[] = [
  { op: 'register', person: 0, tags: [0] },
  { op: 'register', person: 1, tags: [0] },
  { op: 'createQueue', client: 1, label: 0 },
  { op: 'update', queue: 0, packages: [5, 6], reset: false, label: undefined, final: 7 },
  { op: 'createGroup', group: 0 },
  { op: 'createGroup', group: 1 },
]

/** Reads everything that can be read, and empties the queues by strangers. */
function closing(pool: Pool, { clients, queues }: Seen): HistoryRequest[] {
  const strangers = ['r0', 'r1', 'r2', 's0', 's1', 's2', 's3', 's4']
  return [
    ...clients.map((client) => ({ op: 'retrieve' as const, client })),
    ...['t0', 't1'].map((tag) => ({ op: 'find' as const, tag })),
    ...queues.map((one) => ({ op: 'update' as const, ...one, packages: [], reset: false })),
    ...clients.flatMap((client) =>
      ['', 'x'].flatMap((label) => strangers.map((receiver) => ({ op: 'fetch' as const, client, label, receiver }))),
    ),
    ...[...pool.groups.keys()].flatMap((group) => (['log', 'proposals', 'info'] as const).map((op) => ({ op, group }))),
    ...people.map((handle) => ({ op: 'welcomes' as const, handle })),
  ]
}

/** Every state that some order of the exchanges leads to from one of `states`. */
function after(pool: Pool, states: readonly ModelState[], exchanges: readonly Exchange[]): ModelState[] {
  const reached = new Map<string, ModelState>()
  const visited = new Set<string>()
  const follow = (state: ModelState, left: readonly Exchange[]): void => {
    const written = JSON.stringify(state)
    const place = `${left.map((exchange) => exchanges.indexOf(exchange)).join()} ${written}`
    if (visited.has(place)) return
    visited.add(place)
    if (left.length === 0) reached.set(written, state)
    for (const exchange of left) {
      const next = explain(pool, state, exchange)
      if (next !== undefined)
        follow(
          next,
          left.filter((other) => other !== exchange),
        )
    }
  }
  for (const state of states) follow(state, exchanges)
  return [...reached.values()]
}

function notice(seen: Seen, { request, answer }: Exchange): void {
  if (answer.status !== 201) return
  if (request.op === 'register') seen.clients.push(String(answer.json['clientId']))
  if (request.op === 'createQueue')
    seen.queues.push({ client: request.client, queue: String(answer.json['keyQueueId']) })
}

/** The gateway with a pause wherever it waits for a judgement or a peer, and each judgement made once for all histories. */
function paced(parts: Parts, judged: Judged, pause: Pause): Parts {
  const { keyQueues, groups, relaying } = parts
  return {
    ...parts,
    keyQueues: {
      ...keyQueues,
      async validate(message, queue, rules) {
        await pause('a key package is judged')
        const key = Buffer.from(message).toString('base64')
        const stored = judged.packages.get(key) ?? (await keyQueues.validate(message, queue, rules))
        judged.packages.set(key, stored)
        return stored
      },
    },
    groups: {
      ...groups,
      async open(upload, rules) {
        await pause('a group is judged')
        const key = Buffer.from(upload.groupInfo).toString('base64')
        const opened = judged.groups.get(key) ?? (await groups.open(upload, rules))
        judged.groups.set(key, opened)
        return opened
      },
      async readCommit(group, upload, rules) {
        await pause('a commit is judged')
        const known = judged.effects.get(group.state) ?? new Map<string, CommitEffect>()
        judged.effects.set(group.state, known)
        const packets = [upload.commitPacket, ...group.proposals.map(({ packet }) => packet)]
        const key = packets.map((packet) => Buffer.from(packet).toString('base64')).join()
        const effect = known.get(key) ?? (await groups.readCommit(group, upload, rules))
        known.set(key, effect)
        return effect
      },
      async readProposal(group, packet, rules) {
        await pause('a proposal is judged')
        return groups.readProposal(group, packet, rules)
      },
    },
    relaying: {
      ...relaying,
      async settle(whole, upload) {
        await pause('whoever orders the group is asked')
        return relaying.settle.call(this, whole, upload)
      },
    },
  }
}

/** Sends a request to the application of the trial as the wire has it. */
export function send(trial: Trial, pool: Pool, request: HistoryRequest): Promise<Received> {
  const wireOf = (name: string) => pool.packages.get(name)?.wire
  const at = (path: string) => `/apps/${appId}${path}`
  const group = (name: string | undefined) => at(`/groups/${pool.groups.get(name ?? '')?.segment}`)
  switch (request.op) {
    case 'register':
      return trial.send('POST', at('/clients'), { json: { clientHandle: request.handle, tags: request.tags } })
    case 'edit': {
      const json = { clientHandle: request.handle, tagsToAdd: request.add, tagsToRemove: request.remove }
      return trial.send('PATCH', at(`/clients/${request.client}`), { json })
    }
    case 'delete':
      return trial.send('DELETE', at(`/clients/${request.client}`))
    case 'retrieve':
      return trial.send('GET', at(`/clients/${request.client}`))
    case 'find':
      return trial.send('GET', at(`/clients?tag=${request.tag}`))
    case 'createQueue': {
      const json = { protocolVersion: 1, cipherSuite: 1, appLabel: request.label }
      return trial.send('POST', at(`/clients/${request.client}/queues`), { json })
    }
    case 'update': {
      const { client, queue, packages, reset, label, final } = request
      const keyPackages = packages.map(wireOf)
      const json = { keyPackages, isReset: reset, appLabel: label, finalKey: final && wireOf(final) }
      return trial.send('PATCH', at(`/clients/${client}/queues/${queue}`), { json })
    }
    case 'deleteQueue':
      return trial.send('DELETE', at(`/clients/${request.client}/queues/${request.queue}`))
    case 'fetch': {
      const { client, label, receiver } = request
      const query = `protocolVersion=1&cipherSuite=1&appLabel=${label}&receiver_client_id=${receiver}`
      return trial.send('GET', at(`/clients/${client}/keyPackage?${query}`))
    }
    case 'createGroup':
      return trial.send('PUT', at('/groups'), { json: pool.groups.get(request.group)?.body })
    case 'log':
      return trial.send('GET', `${group(request.group)}/control-msgs?startEpochId=0`)
    case 'proposals':
      return trial.send('GET', `${group(request.group)}/proposals`)
    case 'info':
      return trial.send('GET', `${group(request.group)}/group-info`)
    case 'propose': {
      const proposal = pool.proposals.get(request.proposal)
      return trial.send('PUT', `${group(proposal?.group)}/proposals`, { json: { packet: proposal?.wire } })
    }
    case 'commit': {
      const commit = pool.commits.get(request.commit)
      return trial.send('PUT', `${group(commit?.group)}/epochs`, { json: commit?.body })
    }
    case 'welcomes':
      return trial.send('GET', at(`/clients/${request.handle}/welcome-msgs`))
  }
}
