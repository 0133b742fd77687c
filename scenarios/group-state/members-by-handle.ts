// A client is known in a group by its handle, whatever its leaf and whatever id it is registered under (GR-09).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-state/members-by-handle',
  story: 'Alice adds Bob to one group and Carol adds him to another, where he has another leaf',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, dave, register, group }) {
    const [anna, bert, cleo, dirk] = [
      await register(alice),
      await register(bob),
      await register(carol),
      await register(dave),
    ]
    const first = await group(anna, bert)
    const second = await group(cleo, dirk, bert)
    const leaves = [first, second].map((story) => story.session(bert).describe().leafIndex)
    const hers = await appServer.welcomeMessages({ clientHandle: alice.handle })
    const his = await appServer.welcomeMessages({ clientHandle: bob.handle })
    const theirs = await appServer.welcomeMessages({ clientHandle: dave.handle })
    return { hers, his, theirs, leaves }
  },
  judge: ({ hers, his, theirs }) =>
    all(
      accepted(his),
      equal(his.value?.joinInfos.length, 2, "joinInfos under Bob's handle"),
      equal(theirs.value?.joinInfos.length, 1, "joinInfos under Dave's handle"),
      equal(hers.value?.joinInfos.length ?? 0, 0, "joinInfos under Alice's handle"),
    ),
})
