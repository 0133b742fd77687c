// A group may have and require whatever its first member supports, whether the gateway knows it or not (GI-07; RFC 9420 section 11.1).
import { accepted, each } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { GroupExtension } from '../../mls/member.ts'

const [extension, proposal] = [0xf0f0, 0xf1f1]
const having: GroupExtension = { type: 'other', extensionType: extension, data: Uint8Array.of(1) }
const requiring = {
  type: 'required-capabilities',
  extensionTypes: [extension],
  proposalTypes: [proposal],
} as const
/** What RFC 9420 itself defines last: external senders, and to change the extensions. */
const requiringDefaults = { type: 'required-capabilities', extensionTypes: [5], proposalTypes: [7] } as const

export default defineScenario({
  requirement: 'mls/extensions-of-its-members',
  story:
    'Alice, who supports an extension and a proposal type that others do not, creates a plain group, one that has the extension, one that requires both, and one that requires what everybody supports',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const supports = { extensions: [extension], proposals: [proposal] }
    const create = async (name: string, extensions: readonly GroupExtension[]) => {
      const session = await alice.createGroup(groupId(name), extensions, { supports })
      return appServer.createGroup(await session.export())
    }
    return {
      plain: await create('plain', []),
      created: [
        await create('having', [having]),
        await create('requiring', [requiring]),
        await create('defaults', [requiringDefaults]),
      ],
    }
  },
  controls: ({ plain }) => accepted(plain),
  judge: ({ created }) => each(created, accepted),
})
