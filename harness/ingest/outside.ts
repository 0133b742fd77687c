// The routes by which those send proposals who are not in the group: external senders, and clients that ask to be added.
import { forgeFromOutside } from '../../mls/forge.ts'
import { makeSignatureKey, type SignatureKey } from '../../mls/key-package.ts'
import { loadSuite } from '../../mls/suite.ts'
import type { Answer } from '../../simulator/answer.ts'
import type { Random } from '../../simulator/random.ts'
import type { GroupStory } from '../probe/group.ts'
import { readGroup } from '../probe/group-reading.ts'
import type { Stage } from '../probe/stage.ts'
import { oneDomain } from '../world-plan.ts'
import { openGroup } from './group.ts'
import type { Route } from './route.ts'

type Content = Parameters<typeof forgeFromOutside>[1]
type Sender = Parameters<typeof forgeFromOutside>[2]['sender']

/** What differs from a good proposal: what it proposes, whom it says it is from, or whose key signs it. */
export interface OutsideFlaw {
  readonly content?: Content
  readonly sender?: Sender
  readonly key?: SignatureKey
}

/** The group lists a warden, who may propose to add Bob. */
export const externalSender: Route<OutsideFlaw> = {
  story: (what) => `The warden whom Alice's group lists sends messages ${what}`,
  world: oneDomain,
  needs: [],
  async open(stage, setting) {
    const { bob, register, world } = stage
    const key = await keyFrom(world.random.branch('warden'), world.cipherSuite)
    const senders = [{ signatureKey: key.publicKey, identity: new TextEncoder().encode('warden') }]
    const { story, session } = await openGroup(stage, {
      ...setting,
      extensions: [{ type: 'external-senders', senders }],
    })
    await register(bob)
    const add = { type: 'add' as const, keyPackage: (await bob.keyPackage()).message }
    return {
      member: session.member,
      read: () => readGroup(story.creator.server, story.groupId),
      async offer(flaw) {
        const good = { content: add, sender: { external: 0 }, key }
        const { content, ...from } = { ...good, ...flaw }
        return [await send(story, content, await forgeFromOutside(session.member, content, from))]
      },
    }
  },
}

/** Bob asks to be added himself. */
export const newMember: Route<OutsideFlaw> = {
  story: (what) => `Bob, who is not in Alice's group, sends proposals ${what}`,
  world: oneDomain,
  needs: [],
  async open(stage, setting) {
    const { bob, register } = stage
    const { story, session } = await openGroup(stage, setting)
    await register(bob)
    const { message: keyPackage, signatureKey: key } = await bob.keyPackage()
    return {
      member: session.member,
      read: () => readGroup(story.creator.server, story.groupId),
      async offer(flaw) {
        const good = { content: { type: 'add', keyPackage }, sender: 'new-member-proposal', key } as const
        const { content, ...from } = { ...good, ...flaw }
        return [await send(story, content, await forgeFromOutside(session.member, content, from))]
      },
    }
  },
}

function send(
  { groupId, creator, uploadProposal }: GroupStory,
  { type }: Content,
  packet: Uint8Array,
): Promise<Answer> {
  return type === 'commit' ? creator.server.uploadCommit({ groupId, commitPacket: packet }) : uploadProposal(packet)
}

/** A signature key that is nobody's in the story. */
export function strangersKey({ world }: Stage): Promise<SignatureKey> {
  return keyFrom(world.random.branch('stranger'), world.cipherSuite)
}

async function keyFrom(random: Random, cipherSuite: number): Promise<SignatureKey> {
  return makeSignatureKey(await loadSuite(cipherSuite, (length) => random.bytes(length)))
}
