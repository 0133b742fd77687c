// A group of two domains into which key packages and leaves are brought, with all of it that anybody could observe.
import type { OwnKeyPackage } from '../mls/key-package.ts'
import { commit, createGroup, exportGroup, joinFromWelcome, type Member } from '../mls/member.ts'
import type { Federation } from './federation.test.kit.ts'
import { commitBody, packageOf, type Room, roomAt, uploadGroup, utf8 } from './members.test.kit.ts'
import { appId, type Received } from './trial.test.kit.ts'

/** Two gateways, and a domain whose gateway the test plays. */
export const [a, b, played] = ['a.example', 'b.example', 'played.example'] as const
/** Whom the packages are of. */
export const added = 'bob'

export interface RoomOfTwo {
  readonly rooms: { readonly [a]: Room; readonly [b]: Room }
  readonly alice: Member
  readonly carol: Member
  /** What Alice and Carol came with. */
  readonly own: { readonly alice: OwnKeyPackage; readonly carol: OwnKeyPackage }
  read(): Promise<unknown>
}

/** A way into a room: the gateway that is asked, by its application server or by the other gateway, and whose member sent it. */
export interface Way {
  readonly name: string
  readonly at: typeof a | typeof b
  readonly from: typeof a | typeof b
}

export const ways: readonly Way[] = [
  { name: '', at: a, from: a },
  { name: ' at a follower', at: b, from: b },
  { name: ' relayed by a follower', at: a, from: b },
  { name: ' forwarded to a follower', at: b, from: a },
]

/** Who sends by this way. */
export function senderOf({ alice, carol, own }: RoomOfTwo, { from }: Way) {
  return from === a
    ? { member: alice, client: 'alice', key: own.alice.signatureKey }
    : { member: carol, client: 'carol', key: own.carol.signatureKey }
}

/** Uploads by this way. */
export function sendBy(
  { at, from }: Way,
  { world, room }: { readonly world: Federation; readonly room: RoomOfTwo },
  { what, json }: { readonly what: 'proposals' | 'epochs'; readonly json: object },
): Promise<Received> {
  const { rooms } = room
  if (at === from) return rooms[at].put(what, json)
  return world.call(from, at, { method: 'PUT', target: `${rooms[a].path}/${what}`, json })
}

/** A room ordered by A with Alice of A and Carol of B in it, as both gateways know it. */
export async function roomOfTwo(world: Federation, name: string): Promise<RoomOfTwo> {
  const [atA, atB] = [world.at(a), world.at(b)]
  const own = { alice: await packageOf(atA, 'alice'), carol: await packageOf(atB, 'carol') }
  const creator = await createGroup({ groupId: utf8(name), own: own.alice })
  const created = await uploadGroup(atA, await exportGroup(creator))
  const adding = await commit(creator, { proposals: [{ type: 'add', keyPackage: own.carol.message }] })
  const rooms = { [a]: roomAt(atA, utf8(name)), [b]: roomAt(atB, utf8(name)) }
  const joined = await rooms[a].put('epochs', commitBody(adding))
  if (created.status !== 201 || joined.status !== 201) throw new Error(`no room: ${created.status}, ${joined.status}`)
  await world.settled()
  const welcome = adding.welcomePacket ?? new Uint8Array()
  const carol = await joinFromWelcome({ own: own.carol, welcome, ratchetTree: adding.ratchetTree })
  return { rooms, alice: adding.member, carol, own, read: () => readAll(world, name) }
}

/** What both gateways say of the group, and of invitations for whoever was to be added. */
export async function readAll(world: Federation, name: string): Promise<unknown> {
  await world.settled()
  const answers = [a, b].flatMap((domain) => {
    const room = roomAt(world.at(domain), utf8(name))
    const invited = `/apps/${appId}/clients/${added}/welcome-msgs?domain=${domain}`
    return [
      ...['proposals', 'control-msgs?startEpochId=0', 'group-info'].map((what) => room.read(what)),
      world.at(domain).send('GET', invited),
    ]
  })
  return (await Promise.all(answers)).map(({ status, json }) => ({ status, json }))
}
