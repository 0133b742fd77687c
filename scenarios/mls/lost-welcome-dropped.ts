// The welcome of a commit that lost its epoch reaches nobody (DS-06; RFC 9750 section 5.2).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'mls/lost-welcome-dropped',
  story: 'Alice adds Carol and Bob adds Dave in the same epoch; Bob is too late, and adds Dave again in the next',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, dave, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    for (const person of [carol, dave]) await register(person)
    const { groupId, session, deliver } = await group(anna, bert)
    const adding = async (by: typeof anna, added: typeof carol) => {
      const { message: keyPackage } = await added.keyPackage()
      return (await session(by).prepare({ proposals: [{ type: 'add', keyPackage }] })).upload
    }
    const [hers, his] = [await adding(anna, carol), await adding(bert, dave)]
    const first = await appServer.uploadCommit({ groupId, ...hers })
    const late = await appServer.uploadCommit({ groupId, ...his })
    const tooEarly = await appServer.welcomeMessages({ clientHandle: dave.handle })
    await deliver(hers.commitPacket, anna)
    const again = await appServer.uploadCommit({ groupId, ...(await adding(bert, dave)) })
    const invited = await appServer.welcomeMessages({ clientHandle: dave.handle })
    return { first, late, tooEarly, again, invited }
  },
  controls: ({ first, tooEarly, again, invited }) => {
    const more = invitations(invited) - invitations(tooEarly)
    return all(accepted(first), accepted(again), equal(more, 1, 'invited, invitations beyond those of tooEarly'))
  },
  judge: ({ late, tooEarly }) => all(refused(late), equal(invitations(tooEarly), 0, 'tooEarly, invitations')),
})

function invitations({ value }: Answer<'welcomeMessages'>): number {
  return value?.joinInfos.length ?? 0
}
