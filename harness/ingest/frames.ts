// The routes by which framed messages come in: proposals, commits, commits of who joins, and what another gateway forwards.
import {
  type ExternalCommitFlaw,
  type FrameFlaw,
  forgeCommit,
  forgeExternalCommit,
  forgeProposal,
  markKeyPackage,
} from '../../mls/forge.ts'
import { joinExternally } from '../../mls/member.ts'
import { startGroup } from '../probe/group.ts'
import { readGroup } from '../probe/group-reading.ts'
import { clientOf, takesPackets } from '../probe/peer-group.ts'
import { reached } from '../unreachable.ts'
import { oneDomain, withPeer } from '../world-plan.ts'
import { openGroup } from './group.ts'
import type { Route } from './route.ts'

/** What can be wrong with whatever a member sends. */
type MemberFlaw = FrameFlaw | { readonly kind: 'private-message' }

const proposal: Route<MemberFlaw> = {
  story: (what) => `Alice sends proposals ${what}`,
  world: oneDomain,
  needs: ['groups'],
  async open(stage, setting) {
    const { story, session } = await openGroup(stage, setting)
    const { member } = session
    return {
      member,
      read: () => readGroup(story.creator.server, story.groupId),
      async offer(flaw) {
        const value = { type: 'update' } as const
        const packet = flaw === undefined ? await session.propose(value) : await forgeProposal(member, value, flaw)
        return [await story.uploadProposal(packet)]
      },
    }
  },
}

/** A commit that only adds somebody: with no path there is nothing in it that is signed for a place. */
const commit: Route<MemberFlaw | { readonly kind: 'short-confirmation-tag' }> = {
  story: (what) => `Alice sends commits ${what}`,
  world: oneDomain,
  needs: ['groups'],
  async open(stage, setting) {
    const { bob, register } = stage
    const { story, session } = await openGroup(stage, setting)
    await register(bob)
    const { member } = session
    const { server } = story.creator
    const adding = {
      proposals: [{ type: 'add', keyPackage: (await bob.keyPackage()).message }],
      withPath: false,
    } as const
    return {
      member,
      read: () => readGroup(server, story.groupId),
      async offer(flaw) {
        const made =
          flaw === undefined ? (await session.prepare(adding)).upload : await forgeCommit(member, adding, flaw)
        const { commitPacket, welcomePacket } = made
        return [await server.uploadCommit({ groupId: story.groupId, commitPacket, welcomePacket })]
      },
    }
  },
}

export const externalCommit: Route<ExternalCommitFlaw> = {
  story: (what) => `Bob joins from outside by commits ${what}`,
  world: oneDomain,
  needs: ['groups', 'external-commits'],
  async open(stage, setting) {
    const { bob, register } = stage
    const { story, session } = await openGroup(stage, setting)
    await register(bob)
    const { groupInfo = new Uint8Array(), ratchetTree } = reached(await story.groupInfo()).groupInfos[0] ?? {}
    const own = await markKeyPackage(await bob.keyPackage(), setting.marks ?? [])
    const joining = { own, groupInfo, ...(ratchetTree && { ratchetTree }) }
    const { server } = story.creator
    return {
      member: session.member,
      read: () => readGroup(server, story.groupId),
      async offer(flaw) {
        const { commitPacket } =
          flaw === undefined ? await joinExternally(joining) : await forgeExternalCommit(joining, flaw)
        return [await server.uploadCommit({ groupId: story.groupId, commitPacket })]
      },
    }
  },
}

/** Both kinds of messages, in a group that the other gateway orders: whatever it forwards is judged here again. */
const forwarded: Route<MemberFlaw> = {
  story: (what) => `The gateway of Carol forwards proposals and commits of hers ${what}`,
  world: withPeer,
  tolerates: 'A-31',
  needs: ['groups'],
  async open({ appServer, peer, bob, carol, register, groupId: idOf }) {
    takesPackets(peer)
    const cleo = clientOf(peer, carol)
    const story = await startGroup(idOf('played'), cleo, [await register(bob)])
    const { groupId } = story
    const session = story.session(cleo)
    const { member } = session
    return {
      member,
      read: () => readGroup(appServer, groupId),
      async offer(flaw) {
        const value = { type: 'update' } as const
        const alone = { references: [] }
        const packet = flaw === undefined ? await session.propose(value) : await forgeProposal(member, value, flaw)
        const { commitPacket } =
          flaw === undefined ? (await session.prepare(alone)).upload : await forgeCommit(member, alone, flaw)
        return [
          await peer.calls.uploadProposal({ groupId, packet }),
          await peer.calls.uploadCommit({ groupId, commitPacket }),
        ]
      },
    }
  },
}

/** Where members send. */
export const memberFrames = { proposal, commit, forwarded }
