// A gateway among peers that misbehave: what it fetches, delivers, relays and catches up with comes back wrong, over real
// connections; whoever asked this gateway for it still gets one of the answers that the wire profile has for that.

import {
  type CommitResult,
  commit,
  createGroup,
  exportGroup,
  joinFromWelcome,
  type Member,
  propose,
  receive,
} from '../../mls/member.ts'
import type { Outbound } from '../../reference/federation/outbound.ts'
import { type Federation, startFederation } from '../../reference/federation.test.kit.ts'
import type { GatewayResponse, Parts } from '../../reference/gateway.ts'
import { dial } from '../../reference/http/dial.ts'
import {
  base64,
  commitBody,
  createQueue,
  fill,
  packageOf,
  roomAt,
  uploadGroup,
  utf8,
} from '../../reference/members.test.kit.ts'
import { appId, handleText, type Received, register } from '../../reference/trial.test.kit.ts'
import { editionIds } from '../../spec/edition.ts'
import { faultOf, timed } from './finding.ts'
import type { LegOptions, Tally } from './flow-leg.ts'
import { drawMischief, type Mischief, serveMischief } from './mischief.ts'

const [a, b] = ['a.example', 'b.example'] as const
/** Short, so that a silent peer costs little. */
const bounds = { timeoutMs: 250, answerBytes: 100_000 }
const noMischief: Mischief = { what: 'none', status: 200, recipe: { part: 'body', kind: 0, place: 0, value: 0 } }

/** What the stories of one world go by. */
interface Leg {
  readonly world: Federation
  /** Client of B whose key packages are fetched. */
  readonly bob: string
  /** Asks the gateway of A and looks at its answer, which says nothing of its reasons to a HEAD. */
  ask(request: () => Promise<Received>, method?: string): Promise<Received>
  /** Bytes that no other story has. */
  name(): string
}

/** About `inputs` answers of the peer, in both editions; all that A asks of B comes back through a server that plays B. */
export async function peerLeg({ seed, inputs, begin, found }: LegOptions): Promise<Tally> {
  const tally: Tally = {}
  const drawn = drawMischief(seed, inputs)
  let answered = 0
  let isHonest = true
  let lately: unknown[] = []
  for (const edition of editionIds) {
    const asked = new Map<number, () => Promise<GatewayResponse>>()
    const server = await serveMischief(async (number) => {
      const mischief = isHonest ? noMischief : (drawn[answered++ % drawn.length] ?? noMischief)
      const input = { edition, number, mischief }
      lately.push(input)
      begin(input)
      const truth = await asked.get(number)?.()
      asked.delete(number)
      return { mischief, truth: truth ?? { status: 503, headers: [], body: new Uint8Array() } }
    })
    const call = dial(bounds)
    let number = 0
    const through =
      (outbound: Outbound): Outbound =>
      (to, request) => {
        asked.set(++number, () => outbound(to, request))
        return call(server.url, { ...request, headers: [...request.headers, ['x-number', String(number)]] })
      }
    const alter = { [a]: (parts: Parts): Parts => ({ ...parts, outbound: through(parts.outbound) }) }
    const mode = edition === '2023-03-08' ? 'basic' : 'x509'
    // While the world is made, and once it has been tried, B answers as it should.
    isHonest = true
    const world = await startFederation(edition, [a, b], { mode, alter })
    // What B tells A of is told by the stories, in the order that they like.
    world.link(b, a, 'cut')
    const bob = await register(world.at(b), handleText(edition, 'bob'), ['t'])
    const queue = await createQueue(world.at(b), bob)
    const kept = await Promise.all([1, 2, 3].map(() => packageOf(world.at(b), 'bob')))
    await fill(world.at(b), queue, kept, { finalKey: base64((await packageOf(world.at(b), 'bob')).message) })
    isHonest = false
    const ask = async (request: () => Promise<Received>, method = ''): Promise<Received> => {
      lately = []
      const { value, fault } = await timed(request)
      const type = value.json['type']
      const kind = typeof type === 'string' ? type.replace('urn:mimi:problem:', '') : String(value.status)
      tally[kind] = (tally[kind] ?? 0) + 1
      const isBare = method === 'HEAD' && (value.status === 502 || value.status === 504)
      const what = isBare ? fault : (faultOf({ status: value.status, body: value.bytes }) ?? fault)
      if (what !== undefined) found({ what, leg: 'peer', seed, input: lately })
      return value
    }
    let story = 0
    const leg: Leg = { world, bob, ask, name: () => `${edition} ${seed} ${story++}` }
    const end = answered + inputs / editionIds.length
    while (answered < end) for (const tell of [reads, followed, ordered]) await tell(leg)
    isHonest = true
    const { status } = await world.at(a).send('GET', `/apps/${appId}/clients?tag=t&domain=${b}`)
    if (status !== 200) found({ what: `status ${status} after all`, leg: 'peer', seed, input: 'all of them' })
    for (const { log } of world.gateways.values())
      for (const entry of log)
        if (entry.event === 'defect') found({ what: entry.reason, leg: 'peer', seed, input: lately })
    await server.close()
  }
  return tally
}

/** Clients are looked for, and key packages fetched. */
async function reads({ world, bob, ask, name }: Leg): Promise<void> {
  const clients = `/apps/${appId}/clients`
  const query = `protocolVersion=1&cipherSuite=1&domain=${b}&receiver_client_id=${encodeURIComponent(name())}`
  for (let times = 0; times < 3; times++) await ask(() => world.at(a).send('GET', `${clients}?tag=t&domain=${b}`))
  for (const method of ['GET', 'HEAD', 'GET'])
    await ask(() => world.at(a).send(method, `${clients}/${bob}/keyPackage?${query}`), method)
}

/** A group of B's that A follows: begun in the middle, caught up with, and written to from here. */
async function followed({ world, ask, name }: Leg): Promise<void> {
  const groupId = utf8(name())
  const [here, there] = [roomAt(world.at(a), groupId), roomAt(world.at(b), groupId)]
  const creator = await createGroup({ groupId, own: await packageOf(world.at(b), 'carol') })
  await uploadGroup(world.at(b), await exportGroup(creator))
  const own = await packageOf(world.at(a), 'alice')
  const told: CommitResult[] = [await commit(creator, { proposals: [{ type: 'add', keyPackage: own.message }] })]
  for (let more = 0; more < 3; more++) told.push(await commit(lastOf(told)))
  for (const made of told) await there.put('epochs', commitBody(made))
  const waiting = await propose(lastOf(told), { type: 'update' })
  await there.put('proposals', { packet: base64(waiting.packet) })
  const asPeer = (what: string, json: object) => () =>
    world.call(b, a, { method: 'PUT', target: `${here.path}/${what}`, json })
  for (const at of [1, 3, 2, 3]) {
    const made = told[at]
    if (made !== undefined) for (let again = 0; again < 2; again++) await ask(asPeer('epochs', commitBody(made)))
  }
  await ask(asPeer('proposals', { packet: base64(waiting.packet) }))
  const [first] = told
  if (first?.welcomePacket === undefined) return
  let alice = await joinFromWelcome({ own, welcome: first.welcomePacket, ratchetTree: first.ratchetTree })
  for (const made of told.slice(1)) alice = (await receive(alice, made.commitPacket)).member
  await ask(async () => here.put('proposals', { packet: base64((await propose(alice, { type: 'update' })).packet) }))
  await ask(async () => here.put('epochs', commitBody(await commit(alice, { references: [] }))))
}

/** A group of A's whose packets are delivered to B. */
async function ordered({ world, ask, name }: Leg): Promise<void> {
  const groupId = utf8(name())
  const room = roomAt(world.at(a), groupId)
  const creator = await createGroup({ groupId, own: await packageOf(world.at(a), 'dave') })
  await ask(async () => uploadGroup(world.at(a), await exportGroup(creator)))
  const own = await packageOf(world.at(b), 'erin')
  const made = [await commit(creator, { proposals: [{ type: 'add', keyPackage: own.message }] })]
  made.push(await commit(lastOf(made)))
  for (const one of made) await ask(() => room.put('epochs', commitBody(one)))
  for (let waits = 0; waits < 3; waits++) {
    await world.at(a).gateway.settled()
    await world.time.pass(2_500)
  }
}

function lastOf(made: readonly CommitResult[]): Member {
  const last = made.at(-1)
  if (last === undefined) throw new Error('nothing was made')
  return last.member
}
