// An Update gives a member new keys, never another identity (IP-05).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeProposal } from '../../mls/forge.ts'

export default defineScenario({
  requirement: 'identity-provider/update-keeps-client',
  story: 'Bob proposes an Update by which he would become Carol, a client of the application; then one of his own keys',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(carol)
    const story = await group(anna, bert)
    const session = story.session(bert)
    const flaw = { kind: 'update-identity', identity: carol.handle } as const
    const becoming = await forgeProposal(session.member, { type: 'update' }, flaw)
    const before = await readGroup(appServer, story.groupId)
    const attack = await story.uploadProposal(becoming)
    const after = await readGroup(appServer, story.groupId)
    const twin = await story.uploadProposal(await session.propose({ type: 'update' }))
    return { before, attack, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attack, after }) => all(refused(attack), allUnchanged(before, after)),
})
