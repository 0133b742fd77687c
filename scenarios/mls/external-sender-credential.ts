// Whom a group lists as external sender is known by a credential, as its members are (LN-01; RFC 9420 section 5.3.1).
import { refusedCommits, refusedCreations, refusedProposals } from '../../harness/ingest/refused-in-room.ts'
import { accepted, each } from '../../harness/match/answer.ts'
import type { Stage } from '../../harness/probe/stage.ts'
import { defineScenario, type Variants } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeGroup } from '../../mls/forge.ts'
import type { GroupExtension } from '../../mls/member.ts'

const requirement = 'mls/external-sender-credential'
const needs = ['basic'] as const

/** A warden with a Basic credential, and somebody under a certificate that is none. */
async function sendersFor({ mallory }: Stage) {
  const { signatureKey } = await mallory.keyPackage()
  const common = { signatureKey: signatureKey.publicKey }
  return {
    warden: { ...common, identity: new TextEncoder().encode('warden') },
    stranger: { ...common, certificates: [Uint8Array.of(1)] },
  }
}

type Senders = Extract<GroupExtension, { type: 'external-senders' }>['senders']
const listing = (...senders: Senders) => [{ type: 'external-senders', senders }] as const
const setting = (...senders: Senders) =>
  ({ type: 'group-context-extensions', extensions: listing(...senders) }) as const

export default {
  known: defineScenario({
    requirement,
    story: 'Alice creates a group without external senders, one with a warden, and proposes one for the first',
    world: oneDomain,
    needs,
    async probe(stage) {
      const { alice, appServer, groupId, register } = stage
      await register(alice)
      const { warden } = await sendersFor(stage)
      const plain = await alice.createGroup(groupId('plain'))
      const warded = await alice.createGroup(groupId('warded'), listing(warden))
      const twin = await appServer.createGroup(await plain.export())
      const created = await appServer.createGroup(await warded.export())
      const packet = await plain.propose(setting(warden))
      return { twin, taken: [created, await appServer.uploadProposal({ groupId: plain.groupId, packet })] }
    },
    controls: ({ twin }) => accepted(twin),
    judge: ({ taken }) => each(taken, accepted),
  }),
  creation: refusedCreations({
    requirement,
    story: 'Alice creates a group that lists somebody under a certificate that is none, then one with a warden',
    needs,
    begin: async (stage, id) => stage.alice.createGroup(id, listing((await sendersFor(stage)).warden)),
    flaws: {
      stranger: async ({ stage, session }) =>
        forgeGroup(session.member, { kind: 'extensions', extensions: listing((await sendersFor(stage)).stranger) }),
    },
  }),
  proposal: refusedProposals({
    requirement,
    story: 'Alice proposes to list somebody under a certificate that is none, then a warden',
    needs,
    others: 0,
    async trials({ stage, session }) {
      const { warden, stranger } = await sendersFor(stage)
      return [
        {
          name: 'stranger',
          wrong: () => session().propose(setting(stranger)),
          right: () => session().propose(setting(warden)),
        },
      ]
    },
  }),
  commit: refusedCommits({
    requirement,
    story:
      'Alice commits to list somebody under a certificate that is none, then a warden; the same once more beside it',
    needs,
    others: 0,
    async trials({ stage, commit }) {
      const { warden, stranger } = await sendersFor(stage)
      const second = { ...warden, identity: new TextEncoder().encode('second warden') }
      return [
        {
          name: 'stranger',
          wrong: () => commit({ proposals: [setting(stranger)] }),
          right: () => commit({ proposals: [setting(warden)] }),
        },
        {
          name: 'beside the warden',
          wrong: () => commit({ proposals: [setting(warden, stranger)] }),
          right: () => commit({ proposals: [setting(warden, second)] }),
        },
      ]
    },
  }),
} satisfies Variants
