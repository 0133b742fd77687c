// Every way on which a leaf that is made for its place comes into a group; each with all it could change.
import { forgeCommit, forgeExternalCommit, forgeGroup, forgeProposal, type LeafFlaw } from '../mls/forge.ts'
import { createGroup, exportGroup, type Member } from '../mls/member.ts'
import type { Federation } from './federation.test.kit.ts'
import type { LeafCase, Part } from './ingest-cases.test.kit.ts'
import { harmless } from './ingest-leaves.test.kit.ts'
import { offeredBy } from './ingest-packages.test.kit.ts'
import { a, added, b, readAll, roomOfTwo, sendBy, senderOf, type Way, ways } from './ingest-room.test.kit.ts'
import type { Route } from './ingest-routes.test.kit.ts'
import { base64, commitBody, uploadGroup, utf8 } from './members.test.kit.ts'
import { appId, type Received } from './trial.test.kit.ts'

type LeafRoute = Route<LeafCase>

interface OfMember {
  readonly name: string
  readonly what: 'proposals' | 'epochs'
  /** The source that is right for this place. */
  readonly source: Part
  make(member: Member, leaf: LeafFlaw): Promise<object>
}

const ofMembers: readonly OfMember[] = [
  {
    ...{ name: 'leaf of an Update', what: 'proposals', source: 'update source' },
    make: async (member, leaf) => ({
      packet: base64(await forgeProposal(member, { type: 'update' }, { kind: 'update-leaf', leaf })),
    }),
  },
  {
    ...{ name: 'leaf of the path of a commit', what: 'epochs', source: 'commit source' },
    make: async (member, leaf) =>
      commitBody(await forgeCommit(member, { references: [] }, { kind: 'path-leaf', leaf })),
  },
]

const sourceIsRight = (source: Part) => (spoilt: LeafCase) =>
  spoilt.in === source ? 'this is the source that is right here' : undefined

function ofMember({ name, what, source, make }: OfMember, way: Way): LeafRoute {
  return {
    ...{ name: `${name}${way.name}`, excuse: sourceIsRight(source), keeps: true, accepted: 201, refused: 422 },
    async open(world, groupId) {
      const room = await roomOfTwo(world, groupId)
      const { member, ...sender } = senderOf(room, way)
      return {
        async ready(spoilt) {
          const json = await make(member, await spoilt.make(world, { domain: way.from, ...sender }))
          return () => sendBy(way, { world, room }, { what, json })
        },
        read: room.read,
      }
    },
  }
}

/** The leaf of whoever creates a group stands in its tree as in a key package that nobody asked for. */
function ofCreator(
  name: string,
  send: (world: Federation, group: { groupInfo: Uint8Array; ratchetTree: Uint8Array }) => Promise<Received>,
): LeafRoute {
  return {
    ...{ name, accepted: 201, refused: 422, keeps: true },
    excuse(spoilt) {
      if (spoilt.in === 'update source' || spoilt.in === 'commit source') return 'a tree holds leaves of every source'
      if (spoilt.in === 'place') return 'what is signed in a key package is signed for no place'
      return spoilt.rows?.includes('LN-05') ? 'nothing is added: a lifetime says until when a client may be' : undefined
    },
    async open(world, room) {
      return {
        async ready(spoilt) {
          const { own } = await offeredBy(world, { domain: a, client: added }, harmless)
          const leaf = await spoilt.make(world, { domain: a, client: added, key: own.signatureKey })
          const group = await forgeGroup(await createGroup({ groupId: utf8(room), own }), { kind: 'own-leaf', leaf })
          return () => send(world, group)
        },
        read: () => readAll(world, room),
      }
    },
  }
}

export const leafRoutes: readonly LeafRoute[] = [
  ...ofMembers.flatMap((one) => ways.map((way) => ofMember(one, way))),
  {
    ...{ name: 'leaf of the path of an external commit', keeps: true, accepted: 201, refused: 422 },
    excuse: sourceIsRight('commit source'),
    async open(world, room) {
      const { rooms, alice, read } = await roomOfTwo(world, room)
      const group = await exportGroup(alice)
      return {
        async ready(spoilt) {
          const { own } = await offeredBy(world, { domain: a, client: added }, harmless)
          const leaf = await spoilt.make(world, { domain: a, client: added, key: own.signatureKey })
          const json = commitBody(await forgeExternalCommit({ own, ...group }, { kind: 'path-leaf', leaf }))
          return () => rooms[a].put('epochs', json)
        },
        read,
      }
    },
  },
  ofCreator('leaf of the creator of a group', (world, group) => uploadGroup(world.at(a), group)),
  ofCreator('leaf of the creator of a group, forwarded', (world, { groupInfo, ratchetTree }) => {
    const json = { groupInfo: base64(groupInfo), ratchetTree: base64(ratchetTree) }
    return world.call(a, b, { method: 'PUT', target: `/apps/${appId}/groups`, json })
  }),
]
