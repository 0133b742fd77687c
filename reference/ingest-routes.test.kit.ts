// Every way on which a key package, or the leaf that it could have been, comes into a gateway; each with all it could change.
import { readMessage } from '../mls/codec/message.ts'
import type { OwnKeyPackage } from '../mls/key-package.ts'
import {
  commit,
  createGroup,
  exportGroup,
  joinExternally,
  joinFromWelcome,
  type Member,
  propose,
} from '../mls/member.ts'
import type { Federation } from './federation.test.kit.ts'
import type { Flaw } from './ingest-flaws.test.kit.ts'
import {
  base64,
  commitBody,
  createQueue,
  fetchPackage,
  fill,
  packageOf,
  roomAt,
  uploadGroup,
  utf8,
} from './members.test.kit.ts'
import type { Parts } from './parts.ts'
import { appId, type Received, register } from './trial.test.kit.ts'

export const [a, b, played] = ['a.example', 'b.example', 'played.example'] as const

interface Offered {
  readonly own: OwnKeyPackage
  readonly message: Uint8Array
}

interface OpenRoute {
  offer(offered: Offered): Promise<Received>
  /** Everything that could have changed. */
  read(): Promise<unknown>
}

export interface Route {
  readonly name: string
  /** Domain whose client the package is of. */
  readonly of: string
  /** Why this flaw cannot come by this way; undefined where it can. */
  excuse(flaw: Flaw): string | undefined
  /** Statuses of acceptance and of refusal. */
  readonly accepted: number
  readonly refused: number
  open(world: Federation): Promise<OpenRoute>
}

/** A gateway that takes any Add as a proposal, so that only the commit is left to judge it. */
export function proposalsUnjudged(parts: Parts): Parts {
  const { groups, ordering } = parts
  return {
    ...parts,
    ordering: { ...ordering, checkParties: async () => undefined },
    groups: {
      ...groups,
      readProposal: (group, packet, rules) =>
        groups.readProposal(group, packet, { ...rules, checks: { ...rules.checks, proposal: [] } }),
    },
  }
}

const add = ({ message }: Offered) => ({ type: 'add' as const, keyPackage: message })

/** The owner with the package as it was spoilt, so that leaves are made of it. */
function ownerOf({ own, message }: Offered): OwnKeyPackage {
  return { ...own, message, keyPackage: readMessage(message, 'mls_key_package').keyPackage }
}

/** A room ordered by A with Alice of A and Carol of B in it, as both gateways know it. */
export async function roomOfTwo(world: Federation, name: string) {
  const [atA, atB] = [world.at(a), world.at(b)]
  const creator = await createGroup({ groupId: utf8(name), own: await packageOf(atA, 'alice') })
  const created = await uploadGroup(atA, await exportGroup(creator))
  const own = await packageOf(atB, 'carol')
  const adding = await commit(creator, { proposals: [{ type: 'add', keyPackage: own.message }] })
  const rooms = { [a]: roomAt(atA, utf8(name)), [b]: roomAt(atB, utf8(name)) }
  const added = await rooms[a].put('epochs', commitBody(adding))
  if (created.status !== 201 || added.status !== 201) throw new Error(`no room: ${created.status}, ${added.status}`)
  await world.settled()
  const welcome = adding.welcomePacket ?? new Uint8Array()
  const carol = await joinFromWelcome({ own, welcome, ratchetTree: adding.ratchetTree })
  const read = () =>
    Promise.all(
      [a, b].flatMap((domain) =>
        ['proposals', 'control-msgs?startEpochId=0', 'group-info'].map(
          async (what) => (await rooms[domain].read(what)).json,
        ),
      ),
    )
  return { rooms, alice: adding.member, carol, read }
}

type RoomOfTwo = Awaited<ReturnType<typeof roomOfTwo>>

const inAdd = ({ part }: Flaw) =>
  part === 'message'
    ? 'inside a packet a key package has no MLSMessage of its own'
    : part === 'leaf source' || part === 'package version'
      ? `no member of ours can write an Add with another ${part}: mls/forge/key-package.test.ts has it alone`
      : undefined

/** A commit brings a Welcome for whom it adds. */
const inCommit = (flaw: Flaw) =>
  flaw.part === 'key to seal to' ? 'no Welcome can be made for such a key' : inAdd(flaw)

function inRoom(
  name: string,
  of: string,
  offer: (room: RoomOfTwo, offered: Offered, world: Federation) => Promise<Received>,
): Route {
  return {
    name,
    of,
    excuse: name.startsWith('commit') ? inCommit : inAdd,
    accepted: 201,
    refused: 422,
    async open(world) {
      const room = await roomOfTwo(world, name)
      return { offer: (offered) => offer(room, offered, world), read: room.read }
    },
  }
}

const proposal = async (member: Member, offered: Offered) => ({
  packet: base64((await propose(member, add(offered))).packet),
})
const commitOf = async (member: Member, offered: Offered) =>
  commitBody(await commit(member, { proposals: [add(offered)], references: [] }))

function asGateway(from: string, to: string, what: 'proposals' | 'epochs') {
  return async (room: RoomOfTwo, offered: Offered, world: Federation) => {
    const member = from === a ? room.alice : room.carol
    const json = await (what === 'proposals' ? proposal : commitOf)(member, offered)
    return world.call(from, to, { method: 'PUT', target: `${room.rooms[a].path}/${what}`, json })
  }
}

async function queueRoute(
  world: Federation,
  upload: (queue: string, offered: Offered) => Promise<Received>,
  name: string,
) {
  const trial = world.at(a)
  const found = await trial.send('GET', `/apps/${appId}/clients?tag=bob&domain=${a}`)
  const [known] = (found.json['identities'] as { clientId: string }[] | undefined) ?? []
  const bob = known?.clientId ?? (await register(trial, 'bob', ['bob']))
  const queue = await createQueue(trial, bob, name)
  const read = async () => [
    (await fill(trial, queue, [])).json,
    (await fetchPackage(trial, bob, 'anybody', 'HEAD')).status,
  ]
  return { offer: (offered: Offered) => upload(queue, offered), read }
}

const always = () => undefined

/** What a leaf that is made for its place does not take over from a key package. */
const ofLeafAlone = ({ part }: Flaw) =>
  part === 'leaf' ? undefined : 'only the leaf goes into the group, made and signed for its place'

export const routes: readonly Route[] = [
  {
    ...{ name: 'upload to a key queue', of: a, excuse: always, accepted: 200, refused: 422 },
    open: (world) =>
      queueRoute(
        world,
        (queue, { message }) => fill(world.at(a), queue, [], { keyPackages: [base64(message)] }),
        'upload',
      ),
  },
  {
    ...{ name: 'upload as final key', of: a, excuse: always, accepted: 200, refused: 422 },
    open: (world) =>
      queueRoute(world, (queue, { message }) => fill(world.at(a), queue, [], { finalKey: base64(message) }), 'final'),
  },
  {
    ...{ name: 'answer of another gateway', of: played, excuse: always, accepted: 200, refused: 502 },
    async open(world) {
      const target = `/apps/${appId}/clients/bob/keyPackage?protocolVersion=1&cipherSuite=1&receiver_client_id=r&domain=${played}`
      return {
        offer({ message }) {
          const json = JSON.stringify({ keyPackage: base64(message), isFinalKey: false })
          world.play(played, ({ target: asked }) =>
            asked === '/apps'
              ? { status: 404, headers: [], body: utf8('') }
              : { status: 200, headers: [['content-type', 'application/json']], body: utf8(json) },
          )
          return world.at(a).send('GET', target)
        },
        read: async () => [],
      }
    },
  },
  inRoom('proposal', a, async ({ rooms, alice }, offered) => rooms[a].put('proposals', await proposal(alice, offered))),
  inRoom('commit, by value', a, async ({ rooms, alice }, offered) =>
    rooms[a].put('epochs', await commitOf(alice, offered)),
  ),
  inRoom('proposal at a follower, by its own application', b, async ({ rooms, carol }, offered) =>
    rooms[b].put('proposals', await proposal(carol, offered)),
  ),
  inRoom('commit at a follower, by its own application', b, async ({ rooms, carol }, offered) =>
    rooms[b].put('epochs', await commitOf(carol, offered)),
  ),
  inRoom('proposal relayed by a follower', b, asGateway(b, a, 'proposals')),
  inRoom('commit relayed by a follower', b, asGateway(b, a, 'epochs')),
  inRoom('proposal forwarded to a follower', a, asGateway(a, b, 'proposals')),
  inRoom('commit forwarded to a follower', a, asGateway(a, b, 'epochs')),
  {
    ...inRoom('leaf of an external commit', a, async ({ rooms, alice }, offered) =>
      rooms[a].put(
        'epochs',
        commitBody(await joinExternally({ own: ownerOf(offered), ...(await exportGroup(alice)) })),
      ),
    ),
    excuse: ofLeafAlone,
  },
  {
    ...{ name: 'leaf of the creator of a group', of: a, accepted: 201, refused: 422 },
    excuse: (flaw) => creation(flaw),
    async open(world) {
      const groupId = utf8('creation')
      return {
        offer: async (offered) =>
          uploadGroup(world.at(a), await exportGroup(await createGroup({ groupId, own: ownerOf(offered) }))),
        read: async () =>
          Promise.all([a, b].map(async (at) => (await roomAt(world.at(at), groupId).read('proposals')).json)),
      }
    },
  },
  {
    ...{ name: 'leaf of the creator of a group, forwarded', of: a, accepted: 201, refused: 422 },
    excuse: (flaw) => creation(flaw),
    async open(world) {
      const groupId = utf8('forwarded creation')
      return {
        async offer(offered) {
          const group = await exportGroup(await createGroup({ groupId, own: ownerOf(offered) }))
          const json = { groupInfo: base64(group.groupInfo), ratchetTree: base64(group.ratchetTree) }
          return world.call(a, b, { method: 'PUT', target: `/apps/${appId}/groups`, json })
        },
        read: async () => (await roomAt(world.at(b), groupId).read('proposals')).json,
      }
    },
  },
]

/** The commit that refers to a proposal, where nothing but the commit is left to judge it. */
export const byReference: Route = inRoom('commit, by reference', a, async ({ rooms, alice }, offered) => {
  const made = await propose(alice, add(offered))
  const stored = await rooms[a].put('proposals', { packet: base64(made.packet) })
  if (stored.status !== 201) throw new Error(`the proposal was judged: ${stored.status}`)
  return rooms[a].put('epochs', commitBody(await commit(made.member)))
})

function creation({ part }: Flaw): string | undefined {
  if (['message', 'package', 'package version', 'key to seal to'].includes(part))
    return 'only the leaf stands in a tree'
  if (part === 'leaf source') return 'a tree holds leaves of every source'
  return part === 'lifetime' ? 'nothing is added: a lifetime says until when a client may be' : undefined
}
