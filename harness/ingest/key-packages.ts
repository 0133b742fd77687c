// The routes by which key packages come in: an upload, a final key, the answer of another gateway, an Add.
import { forgeCommit, forgeKeyPackage, type KeyPackageFlaw, markKeyPackage } from '../../mls/forge.ts'
import type { OwnKeyPackage } from '../../mls/key-package.ts'
import { seenReferences } from '../../mls/member.ts'
import type { PackageOptions, Person } from '../../simulator/person.ts'
import { readGroup } from '../probe/group-reading.ts'
import { oneDomain, withPeer } from '../world-plan.ts'
import { openGroup } from './group.ts'
import type { Route, Routes, Setting } from './route.ts'

/** Damage to the message that the package comes in. */
interface MessageFlaw {
  readonly kind: 'message'
  change(message: Uint8Array): Uint8Array
}

const upload: Route<KeyPackageFlaw | MessageFlaw> = {
  story: (what) => `Alice's application server uploads key packages ${what}`,
  world: oneDomain,
  needs: ['key-queues'],
  async open({ alice, register, keyQueue }, setting) {
    const queue = await keyQueue(await register(alice))
    const own = await packageOf(alice, setting)
    return {
      read: async () => [await queue.count()],
      offer: async (flaw) => [await queue.update({ keyPackages: [await messageOf(own, flaw)] })],
    }
  },
}

const finalKey: Route<KeyPackageFlaw | MessageFlaw> = {
  story: (what) => `Alice's application server sends final keys ${what}`,
  world: oneDomain,
  needs: ['key-queues', 'final-keys'],
  async open({ alice, register, keyQueue, label }, setting) {
    const queue = await keyQueue(await register(alice))
    const own = await packageOf(alice, setting, { lastResort: true })
    return {
      read: async () => [await queue.fetch(label('receiver'))],
      offer: async (flaw) => [await queue.update({ finalKey: await messageOf(own, flaw) })],
    }
  },
}

/** What is wrong with another gateway's answer says nothing of this gateway's state: there is nothing to read back. */
const peerAnswer: Route<KeyPackageFlaw | MessageFlaw> = {
  story: (what) => `The gateway of Carol answers with key packages ${what}`,
  world: withPeer,
  needs: ['key-queues'],
  async open({ appServer, peer, carol, label, world }, setting) {
    const own = await packageOf(carol, setting)
    const clientId = world.random.branch('client').uuid()
    return {
      read: async () => [],
      async offer(flaw) {
        const keyPackage = await messageOf(own, flaw)
        peer.on('retrieveKeyPackage', () => ({ keyPackage, isFinalKey: false }))
        const asked = { clientId, protocolVersion: 1, cipherSuite: carol.cipherSuite, domain: peer.domain }
        return [await appServer.retrieveKeyPackage({ ...asked, receiver_client_id: label('receiver') })]
      },
    }
  },
}

const proposal: Route<KeyPackageFlaw> = {
  story: (what) => `Alice proposes to add Bob by key packages ${what}`,
  world: oneDomain,
  needs: ['groups'],
  async open(stage, setting) {
    const { bob, register } = stage
    const { story, session } = await openGroup(stage, setting)
    await register(bob)
    const own = await packageOf(bob, setting)
    return {
      member: session.member,
      read: () => readGroup(story.creator.server, story.groupId),
      async offer(flaw) {
        const packet = await session.propose({ type: 'add', keyPackage: await messageOf(own, flaw) })
        return [await story.uploadProposal(packet)]
      },
    }
  },
}

const commit: Route<KeyPackageFlaw> = {
  story: (what) => `Alice commits to adding Bob by key packages ${what}`,
  world: oneDomain,
  needs: ['groups'],
  async open(stage, setting) {
    const { bob, register } = stage
    const { story, session } = await openGroup(stage, setting)
    await register(bob)
    const own = await packageOf(bob, setting)
    const { server } = story.creator
    const adding = { proposals: [{ type: 'add', keyPackage: own.message }], withPath: false } as const
    return {
      member: session.member,
      read: () => readGroup(server, story.groupId),
      async offer(flaw) {
        const keyPackage = await messageOf(own, flaw)
        const made = await forgeCommit(session.member, adding, { kind: 'added-key-package', keyPackage })
        const { commitPacket, welcomePacket } = made
        return [await server.uploadCommit({ groupId: story.groupId, commitPacket, welcomePacket })]
      },
    }
  },
}

/** Whether the proposal is taken is open here: what may not be is that a commit carries it out. */
export const byReference: Route<KeyPackageFlaw> = {
  story: (what) => `Alice proposes to add Bob by key packages ${what}, and commits to that`,
  world: oneDomain,
  tolerates: 'A-31',
  needs: ['groups'],
  async open(stage, setting) {
    const { bob, register } = stage
    const { story, session } = await openGroup(stage, setting)
    await register(bob)
    const own = await packageOf(bob, setting)
    const { groupId } = story
    return {
      member: session.member,
      read: async () => [await story.controlMessages(0n), await story.groupInfo()],
      async offer(flaw) {
        await story.uploadProposal(await session.propose({ type: 'add', keyPackage: await messageOf(own, flaw) }))
        const references = seenReferences(session.member).slice(-1)
        const { commitPacket, welcomePacket } = (await session.prepare({ references })).upload
        return [await story.creator.server.uploadCommit({ groupId, commitPacket, welcomePacket })]
      },
    }
  },
}

/** Where key packages come in on their own. */
export const storedKeyPackages = { upload, 'final-key': finalKey, 'peer-answer': peerAnswer }
/** Where they come in as part of a message to a group. */
export const addedKeyPackages = { proposal, commit }
export const keyPackages: Routes<KeyPackageFlaw> & typeof addedKeyPackages = {
  ...storedKeyPackages,
  ...addedKeyPackages,
}

async function packageOf(person: Person, { marks = [] }: Setting, options?: PackageOptions): Promise<OwnKeyPackage> {
  return markKeyPackage(await person.keyPackage(options), marks)
}

async function messageOf(own: OwnKeyPackage, flaw: KeyPackageFlaw | MessageFlaw | undefined): Promise<Uint8Array> {
  if (flaw === undefined) return own.message
  return flaw.kind === 'message' ? flaw.change(own.message) : forgeKeyPackage(own, flaw)
}
