// Every way on which a key package comes into a gateway; each with all it could change.
import { forgeCommit, forgeFromOutside } from '../mls/forge.ts'
import { type CommitOptions, commit, type Member, propose } from '../mls/member.ts'
import type { Federation } from './federation.test.kit.ts'
import type { PackageCase } from './ingest-cases.test.kit.ts'
import { type Offered, offeredBy } from './ingest-packages.test.kit.ts'
import { a, added, played, roomOfTwo, sendBy, senderOf, type Way, ways } from './ingest-room.test.kit.ts'
import { base64, commitBody, createQueue, fill, utf8 } from './members.test.kit.ts'
import type { Parts } from './parts.ts'
import { appId, handleText, type Received, register } from './trial.test.kit.ts'

export interface OpenRoute<Case> {
  /** Makes the request with the object of the case in it, and whatever has to be there before; answers what sends it. */
  ready(spoilt: Case): Promise<() => Promise<Received>>
  /** Everything that could change. */
  read(): Promise<unknown>
}

export interface Route<Case> {
  readonly name: string
  /** Why nothing of this case can come by this way; undefined where it can. */
  excuse(spoilt: Case): string | undefined
  /** Whether the gateway keeps what it accepts; an answer that it only passes on changes nothing, and is not the asker's fault. */
  readonly keeps: boolean
  /** Statuses of acceptance and of refusal. */
  readonly accepted: number
  readonly refused: number
  /** `name` is told of no other room of the world. */
  open(world: Federation, name: string): Promise<OpenRoute<Case>>
}

type PackageRoute = Route<PackageCase>

const unplaced = 'what is signed in a key package is signed for no place'
const always = ({ in: part }: PackageCase) => (part === 'place' ? unplaced : undefined)

const inPacket = (spoilt: PackageCase) =>
  spoilt.in === 'message' ? 'inside a packet a key package has no MLSMessage of its own' : always(spoilt)

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

const addOf = (message: Uint8Array) => ({ type: 'add' as const, keyPackage: message })
const proposal = async (member: Member, { message }: Offered) => ({
  packet: base64((await propose(member, addOf(message))).packet),
})
const proposalOfItsOwn = async (member: Member, { message, key }: Offered) => ({
  packet: base64(await forgeFromOutside(member, addOf(message), { key, sender: 'new-member-proposal' })),
})

/** A commit with the Add by value, and a Welcome for it: one that nobody could open, where there is no key to seal it to. */
async function commitOf(member: Member, { own, message, isSealable }: Offered): Promise<object> {
  const list = (packet: Uint8Array): CommitOptions => ({ proposals: [addOf(packet)], references: [] })
  return commitBody(
    isSealable
      ? await commit(member, list(message))
      : await forgeCommit(member, list(own.message), { kind: 'added-key-package', keyPackage: message }),
  )
}

type Making = (member: Member, offered: Offered) => Promise<object>

interface InRoom {
  readonly name: string
  readonly what: 'proposals' | 'epochs'
  readonly make: Making
}

function inRoom({ name, what, make }: InRoom, way: Way): PackageRoute {
  return {
    ...{ name: `${name}${way.name}`, excuse: inPacket, keeps: true, accepted: 201, refused: 422 },
    async open(world, groupId) {
      const room = await roomOfTwo(world, groupId)
      return {
        async ready(spoilt) {
          const offered = await offeredBy(world, { domain: way.from, client: added }, spoilt)
          const json = await make(senderOf(room, way).member, offered)
          return () => sendBy(way, { world, room }, { what, json })
        },
        read: room.read,
      }
    },
  }
}

async function queueRoute(world: Federation, name: string, change: (text: string) => object) {
  const trial = world.at(a)
  const found = await trial.send('GET', `/apps/${appId}/clients?tag=${added}&domain=${a}`)
  const [known] = (found.json['identities'] as { clientId: string }[] | undefined) ?? []
  const bob = known?.clientId ?? (await register(trial, handleText(world.edition, added), [added]))
  const queue = await createQueue(trial, bob, name)
  const query = `protocolVersion=1&cipherSuite=1&appLabel=${encodeURIComponent(name)}&receiver_client_id=anybody&domain=${a}`
  const fetching = `/apps/${appId}/clients/${bob}/keyPackage?${query}`
  return {
    async ready(spoilt: PackageCase) {
      const { message } = await offeredBy(world, { domain: a, client: added }, spoilt)
      return () => fill(trial, queue, [], change(base64(message)))
    },
    read: async () => [(await fill(trial, queue, [])).json, (await trial.send('HEAD', fetching)).status],
  }
}

const inRooms: readonly InRoom[] = [
  { name: 'proposal', what: 'proposals', make: proposal },
  { name: 'proposal of the client itself', what: 'proposals', make: proposalOfItsOwn },
  { name: 'commit', what: 'epochs', make: commitOf },
]

const uploads = { excuse: always, keeps: true, accepted: 200, refused: 422 } as const

export const packageRoutes: readonly PackageRoute[] = [
  {
    ...{ name: 'upload to a key queue', ...uploads },
    open: (world, name) => queueRoute(world, name, (text) => ({ keyPackages: [text] })),
  },
  {
    ...{ name: 'upload as final key', ...uploads },
    open: (world, name) => queueRoute(world, name, (text) => ({ finalKey: text })),
  },
  {
    ...{
      name: 'answer of another gateway',
      excuse: always,
      keeps: false,
      accepted: 200,
      refused: 502,
    },
    async open(world) {
      const target = `/apps/${appId}/clients/bob/keyPackage?protocolVersion=1&cipherSuite=1&receiver_client_id=r&domain=${played}`
      return {
        async ready(spoilt) {
          const { message } = await offeredBy(world, { domain: played, client: added }, spoilt)
          const json = JSON.stringify({ keyPackage: base64(message), isFinalKey: false })
          world.play(played, ({ target: asked }) =>
            asked === '/apps'
              ? { status: 404, headers: [], body: utf8('') }
              : { status: 200, headers: [['content-type', 'application/json']], body: utf8(json) },
          )
          return () => world.at(a).send('GET', target)
        },
        read: async () => [],
      }
    },
  },
  ...inRooms.flatMap((one) => ways.map((way) => inRoom(one, way))),
]

/** The commit that refers to a proposal, where nothing but the commit is left to judge it. */
export const byReference: PackageRoute = {
  ...{ name: 'commit, by reference', keeps: true, accepted: 201, refused: 422 },
  excuse: (spoilt) => (spoilt.in === 'init key' ? 'no Welcome can be made for such a key' : inPacket(spoilt)),
  async open(world, name) {
    const { rooms, alice, read } = await roomOfTwo(world, name)
    return {
      async ready(spoilt) {
        const { message } = await offeredBy(world, { domain: a, client: added }, spoilt)
        const made = await propose(alice, addOf(message))
        const stored = await rooms[a].put('proposals', { packet: base64(made.packet) })
        if (stored.status !== 201) throw new Error(`the proposal was judged: ${stored.status}`)
        const json = commitBody(await commit(made.member))
        return () => rooms[a].put('epochs', json)
      },
      read,
    }
  },
}
