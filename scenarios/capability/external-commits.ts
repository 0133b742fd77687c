// Who declares external-commits lets clients join by one.
import { offered, settled } from '../../harness/match/offer.ts'
import { joinByGroupInfo } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'capability/external-commits',
  story: 'Carol joins the group of Alice and Bob from outside',
  world: oneDomain,
  async probe({ alice, bob, carol, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(carol)
    const story = await group(anna, bert)
    const { prepared } = await joinByGroupInfo(carol, await story.groupInfo())
    return { use: await story.upload(prepared) }
  },
  controls: ({ use }) => settled(use),
  judge: ({ use }) => offered(use),
})
