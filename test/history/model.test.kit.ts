// A gateway told plainly, one request after the other: does this answer to that request make sense in this state, and what then?
// Written from the wire profile (sections 3 to 5), not from the reference. No time passes in it.
import { codeOf } from '../../reference/trial.test.kit.ts'
import type { Pool } from './pool.test.kit.ts'
import type { Exchange, HistoryRequest } from './request.test.kit.ts'

interface ModelPackage {
  readonly name: string
  readonly receiver?: string
}

interface ModelQueue {
  readonly id: string
  readonly label: string
  readonly packages: readonly ModelPackage[]
  readonly final?: string | undefined
}

interface ModelClient {
  readonly id: string
  readonly handle: string
  readonly tags: readonly string[]
  readonly queues: readonly ModelQueue[]
}

interface ModelGroup {
  readonly name: string
  /** Winning commits, from epoch 0 on. */
  readonly won: readonly string[]
  readonly proposals: readonly string[]
}

interface ModelInvitation {
  readonly handle: string
  readonly welcome: string
  /** The client that had the handle then. */
  readonly client?: string | undefined
}

/** A value; lists whose order means nothing are sorted, so that equal states are written alike. */
export interface ModelState {
  readonly clients: readonly ModelClient[]
  /** Every id ever seen: none comes twice. */
  readonly ids: readonly string[]
  readonly spent: readonly string[]
  readonly wereFinal: readonly string[]
  readonly groups: readonly ModelGroup[]
  readonly invitations: readonly ModelInvitation[]
}

export const emptyState: ModelState = {
  clients: [],
  ids: [],
  spent: [],
  wereFinal: [],
  groups: [],
  invitations: [],
}

/** What a request has to be answered with: refused with one of these codes, or accepted, if the answer fits. */
type Expected =
  | { readonly refused: readonly string[] }
  | { readonly status: number; readonly next: ModelState; readonly fits: boolean }

/** The state after the exchange, or undefined where it cannot have happened in `state`. */
export function explain(pool: Pool, state: ModelState, { request, answer }: Exchange): ModelState | undefined {
  const expected = expect(pool, state, { request, answer })
  if ('refused' in expected)
    return answer.status >= 400 && answer.status < 500 && expected.refused.includes(codeOf(answer)) ? state : undefined
  return answer.status === expected.status && expected.fits ? expected.next : undefined
}

type Judge<Op extends HistoryRequest['op']> = (
  pool: Pool,
  state: ModelState,
  asked: { readonly request: Extract<HistoryRequest, { op: Op }>; readonly json: Exchange['answer']['json'] },
) => Expected

const refused = (...codes: string[]): Expected => ({ refused: codes })

function expect(pool: Pool, state: ModelState, { request, answer: { json } }: Exchange): Expected {
  switch (request.op) {
    case 'register':
      return register(pool, state, { request, json })
    case 'edit':
      return edit(pool, state, { request, json })
    case 'createQueue':
      return createQueue(pool, state, { request, json })
    case 'update':
      return update(pool, state, { request, json })
    case 'deleteQueue':
      return deleteQueue(pool, state, { request, json })
    case 'fetch':
      return fetch(pool, state, { request, json })
    case 'find': {
      const found = state.clients.filter(({ tags }) => tags.includes(request.tag))
      return reads(state, sorted(json['identities']), sorted(found.map(entryOf)))
    }
    case 'welcomes': {
      const invited = state.invitations.filter(({ handle }) => handle === request.handle)
      if (invited.length === 0 && !state.clients.some(({ handle }) => handle === request.handle))
        return refused('not-found')
      const given = Array.isArray(json['joinInfos']) ? json['joinInfos'] : []
      return reads(
        state,
        given.map(({ welcome }) => welcome),
        invited.map(({ welcome }) => welcome),
      )
    }
    case 'propose':
      return propose(pool, state, { request, json })
    case 'commit':
      return commit(pool, state, { request, json })
    default:
      return 'client' in request ? ofClient(pool, state, { request, json }) : ofGroup(pool, state, { request, json })
  }
}

const register: Judge<'register'> = (_, state, { request: { handle, tags }, json }) => {
  if (state.clients.some((client) => client.handle === handle)) return refused('handle-conflict')
  const id = String(json['clientId'])
  const client = { id, handle, tags: [...new Set(tags)].toSorted(), queues: [] }
  const next = { ...state, clients: byKey([...state.clients, client], 'id'), ids: [...state.ids, id].toSorted() }
  return { status: 201, next, fits: !state.ids.includes(id) }
}

const edit: Judge<'edit'> = (_, state, { request, json }) => {
  const client = state.clients.find(({ id }) => id === request.client)
  if (client === undefined) return refused('not-found')
  const { handle = client.handle, add, remove } = request
  const reasons = [
    ...(add.some((tag) => remove.includes(tag)) ? ['malformed-request'] : []),
    ...(state.clients.some((other) => other.id !== client.id && other.handle === handle) ? ['handle-conflict'] : []),
  ]
  if (reasons.length > 0) return refused(...reasons)
  const tags = [...new Set([...client.tags, ...add])].filter((tag) => !remove.includes(tag)).toSorted()
  const edited = { ...client, handle, tags }
  return { status: 200, next: withClient(state, edited), fits: same(sorted([json]), sorted([entryOf(edited)])) }
}

const ofClient: Judge<'delete' | 'retrieve'> = (_, state, { request, json }) => {
  const client = state.clients.find(({ id }) => id === request.client)
  if (client === undefined) return refused('not-found')
  if (request.op === 'retrieve') return reads(state, sorted([json]), sorted([entryOf(client)]))
  const spent = client.queues.flatMap(handedOut)
  const next = {
    ...state,
    clients: state.clients.filter(({ id }) => id !== client.id),
    spent: union(state.spent, spent),
    invitations: state.invitations.filter(
      (one) => one.client !== client.id && !(one.client === undefined && one.handle === client.handle),
    ),
  }
  return { status: 204, next, fits: true }
}

const createQueue: Judge<'createQueue'> = (_, state, { request: { client: of, label }, json }) => {
  const client = state.clients.find(({ id }) => id === of)
  if (client === undefined) return refused('not-found')
  if (client.queues.some((queue) => queue.label === label)) return refused('queue-conflict')
  const id = String(json['keyQueueId'])
  const created = withQueue(state, client, { id, label, packages: [] })
  return { status: 201, next: { ...created, ids: [...state.ids, id].toSorted() }, fits: !state.ids.includes(id) }
}

const update: Judge<'update'> = (pool, state, { request, json }) => {
  const client = state.clients.find(({ id }) => id === request.client)
  const queue = client?.queues.find(({ id }) => id === request.queue)
  if (client === undefined || queue === undefined) return refused('not-found')
  const { packages, reset, label = queue.label, final } = request
  const isOwn = (name: string) => pool.packages.get(name)?.owner === client.handle
  const stays = ({ receiver }: ModelPackage, of: ModelQueue) => !(reset && of.id === queue.id && receiver === undefined)
  const queues = state.clients.flatMap((one) => one.queues)
  const held = queues.flatMap((one) => [
    ...one.packages.filter((stored) => stays(stored, one)).map(({ name }) => name),
    ...(one.final === undefined ? [] : [one.final]),
  ])
  const gone = [...held, ...state.spent]
  const isRepeated =
    new Set(packages).size < packages.length ||
    packages.some((name) => gone.includes(name) || state.wereFinal.includes(name)) ||
    (final !== undefined && final !== queue.final && (gone.includes(final) || packages.includes(final)))
  const reasons = [
    ...([...packages, ...(final === undefined ? [] : [final])].every(isOwn) ? [] : ['invalid-key-package']),
    ...(isRepeated ? ['duplicate-key-package'] : []),
    ...(client.queues.some((one) => one.id !== queue.id && one.label === label) ? ['queue-conflict'] : []),
  ]
  if (reasons.length > 0) return refused(...reasons)
  const added = packages.map((name) => ({ name }))
  const changed = {
    ...{ id: queue.id, label, final: final ?? queue.final },
    packages: reset ? added : [...queue.packages, ...added],
  }
  const next = {
    ...withQueue(state, client, changed),
    spent: union(state.spent, reset ? handedOut(queue) : []),
    wereFinal: union(state.wereFinal, final === undefined ? [] : [final]),
  }
  return { status: 200, next, fits: json['keyPackagesInPool'] === changed.packages.length }
}

const deleteQueue: Judge<'deleteQueue'> = (_, state, { request }) => {
  const client = state.clients.find(({ id }) => id === request.client)
  const queue = client?.queues.find(({ id }) => id === request.queue)
  if (client === undefined || queue === undefined) return refused('not-found')
  const left = { ...client, queues: client.queues.filter(({ id }) => id !== queue.id) }
  return { status: 204, next: { ...withClient(state, left), spent: union(state.spent, handedOut(queue)) }, fits: true }
}

const fetch: Judge<'fetch'> = (pool, state, { request: { client: of, label, receiver }, json }) => {
  const client = state.clients.find(({ id }) => id === of)
  if (client === undefined) return refused('not-found')
  const queue = client.queues.find((one) => one.label === label)
  if (queue === undefined) return refused('no-matching-queue')
  const lifeOf = (name: string) => Number(pool.packages.get(name)?.life)
  const isUsable = (name: string) => pool.packages.get(name)?.owner === client.handle
  const isGiven = (name: string, isFinalKey: boolean) =>
    json['keyPackage'] === pool.packages.get(name)?.wire && json['isFinalKey'] === isFinalKey
  const usable = queue.packages.filter(({ name }) => isUsable(name))
  const [soonest] = usable
    .filter((stored) => stored.receiver === undefined)
    .toSorted((left, right) => lifeOf(left.name) - lifeOf(right.name))
  const chosen = usable.find((stored) => stored.receiver === receiver) ?? soonest
  if (chosen !== undefined) {
    const packages = queue.packages.map((one) => (one.name === chosen.name ? { ...one, receiver } : one))
    return { status: 200, next: withQueue(state, client, { ...queue, packages }), fits: isGiven(chosen.name, false) }
  }
  const { final } = queue
  if (final === undefined || !isUsable(final)) return refused('key-packages-exhausted')
  return { status: 200, next: state, fits: isGiven(final, true) }
}

const ofGroup: Judge<'createGroup' | 'log' | 'proposals' | 'info'> = (pool, state, { request, json }) => {
  const group = state.groups.find(({ name }) => name === request.group)
  if (request.op === 'createGroup') {
    if (group !== undefined) return refused('group-exists')
    const groups = byKey([...state.groups, { name: request.group, won: [], proposals: [] }], 'name')
    return { status: 201, next: { ...state, groups }, fits: true }
  }
  if (group === undefined) return refused('not-found')
  const proposalWire = (name: string) => pool.proposals.get(name)?.wire
  if (request.op === 'proposals') return reads(state, json['messages'], group.proposals.map(proposalWire))
  const commits = group.won.map((name) => pool.commits.get(name))
  if (request.op === 'log')
    return reads(
      state,
      json['messages'],
      commits.flatMap((one) => [...(one?.cites ?? []).map(proposalWire), one?.wire]),
    )
  const infos = Array.isArray(json['groupInfos']) ? json['groupInfos'] : []
  const current = commits.at(-1)?.groupInfo ?? pool.groups.get(group.name)?.body.groupInfo
  return reads(
    state,
    infos.map(({ groupInfo }) => groupInfo),
    [current],
  )
}

const propose: Judge<'propose'> = (pool, state, { request }) => {
  const proposal = pool.proposals.get(request.proposal)
  const group = state.groups.find(({ name }) => name === proposal?.group)
  if (proposal === undefined || group === undefined) return refused('not-found')
  if (group.proposals.includes(request.proposal)) return { status: 200, next: state, fits: true }
  if (tipOf(group) !== proposal.after) return refused('wrong-epoch', 'invalid-proposal')
  const changed = { ...group, proposals: [...group.proposals, request.proposal] }
  return { status: 201, next: withGroup(state, changed), fits: true }
}

const commit: Judge<'commit'> = (pool, state, { request }) => {
  const made = pool.commits.get(request.commit)
  const group = state.groups.find(({ name }) => name === made?.group)
  if (made === undefined || group === undefined) return refused('not-found')
  if (group.won.includes(request.commit)) return { status: 200, next: state, fits: true }
  const { adds, cites, welcome } = made
  // In the epoch of another branch the number is right and everything signed with it wrong.
  const depth = request.commit.split(':').length - 2
  if (depth !== group.won.length) return refused('wrong-epoch')
  const isUsed = adds.some((name) => state.spent.includes(name) && !state.wereFinal.includes(name))
  const reasons = [
    ...(tipOf(group) !== made.after ? ['invalid-commit'] : []),
    ...(cites.every((name) => group.proposals.includes(name)) ? [] : ['invalid-commit']),
    ...(isUsed ? ['invalid-key-package'] : []),
  ]
  if (reasons.length > 0) return refused(...reasons)
  const advanced = state.clients.map((client) => ({
    ...client,
    queues: client.queues.map((queue) => ({
      ...queue,
      packages: queue.packages.filter(({ name }) => !adds.includes(name)),
    })),
  }))
  const invitations = adds.flatMap((name) => {
    const handle = pool.packages.get(name)?.owner
    if (handle === undefined || welcome === undefined) return []
    return [{ handle, welcome, client: state.clients.find((client) => client.handle === handle)?.id }]
  })
  const next = {
    ...withGroup(state, { ...group, won: [...group.won, request.commit], proposals: [] }),
    clients: advanced,
    spent: union(state.spent, adds),
    invitations: byKey([...state.invitations, ...invitations], 'handle'),
  }
  return { status: 201, next, fits: true }
}

function tipOf({ name, won }: ModelGroup): string {
  return won.at(-1) ?? name
}

function handedOut({ packages }: ModelQueue): string[] {
  return packages.filter(({ receiver }) => receiver !== undefined).map(({ name }) => name)
}

function entryOf({ id, handle, tags }: ModelClient): object {
  return { clientId: id, clientHandle: handle, tags }
}

function withClient(state: ModelState, client: ModelClient): ModelState {
  return { ...state, clients: state.clients.map((one) => (one.id === client.id ? client : one)) }
}

function withQueue(state: ModelState, client: ModelClient, queue: ModelQueue): ModelState {
  const others = client.queues.filter(({ id }) => id !== queue.id)
  return withClient(state, { ...client, queues: byKey([...others, queue], 'id') })
}

function withGroup(state: ModelState, group: ModelGroup): ModelState {
  return { ...state, groups: state.groups.map((one) => (one.name === group.name ? group : one)) }
}

function reads(state: ModelState, given: unknown, wanted: unknown): Expected {
  return { status: 200, next: state, fits: same(given, wanted) }
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/** Entries of clients in one order, members and tags too. */
function sorted(entries: unknown): unknown {
  if (!Array.isArray(entries)) return entries
  const written = entries.map(({ clientId, clientHandle, tags }) => ({
    clientId,
    clientHandle,
    tags: [...(tags ?? [])].toSorted(),
  }))
  return byKey(written, 'clientId')
}

function union(left: readonly string[], right: readonly string[]): string[] {
  return [...new Set([...left, ...right])].toSorted()
}

function byKey<K extends string, T extends { readonly [key in K]: string }>(list: readonly T[], key: K): T[] {
  return list.toSorted((left, right) => (left[key] < right[key] ? -1 : left[key] > right[key] ? 1 : 0))
}
