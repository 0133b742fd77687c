// A group goes on: a proposal by reference, an update, a removal, each client following what the gateway serves.
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { catchUp } from '../../harness/probe/catch-up.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { GroupSession } from '../../simulator/group-session.ts'

export default defineScenario({
  requirement: 'commits/tree-and-context-follow',
  story: 'Bob proposes Carol and Alice commits it; Bob updates; Alice removes him, and he reads nothing more',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    await register(carol)
    const { groupId, session } = await group(anna, bert)
    const [hers, his] = [session(anna), session(bert)]
    const commit = async (by: GroupSession, proposals: Parameters<GroupSession['prepare']>[0] = {}) => {
      const prepared = await by.prepare(proposals)
      achieved(await appServer.uploadCommit({ groupId, ...prepared.upload }))
      prepared.apply()
    }

    const own = await carol.keyPackage()
    const packet = await his.propose({ type: 'add', keyPackage: own.message })
    achieved(await appServer.uploadProposal({ groupId, packet }))
    const facts = await finding(async () => {
      await catchUp(hers, appServer)
      await commit(hers)
      const theirs = await joinByWelcome(carol, own, await appServer.welcomeMessages({ clientHandle: carol.handle }))
      await catchUp(his, appServer)
      await commit(his)
      for (const one of [hers, theirs]) await catchUp(one, appServer)
      const together = [hers, his, theirs].map(sharedState)
      const { leafIndex } = his.describe()
      await commit(hers, { proposals: [{ type: 'remove', leafIndex }] })
      const carolIs = await catchUp(theirs, appServer)
      const secret = await hers.encrypt('Bob is gone')
      const carolReads = await theirs.decrypt(secret)
      const beforeHeKnows = await finding(() => his.decrypt(secret))
      const bobIs = await catchUp(his, appServer)
      const bobReads = [beforeHeKnows, await finding(() => his.decrypt(secret))].includes('Bob is gone')
      return { together, carolIs, carolReads, bobIs, bobReads }
    })
    return { facts }
  },
  judge({ facts }) {
    if (typeof facts === 'string') return equal(facts, 'every client follows', 'the clients')
    const [first] = facts.together
    return all(
      equal(facts.together, [first, first, first], 'states of Alice, Bob and Carol'),
      equal(facts.carolIs, 'member', 'Carol'),
      equal(facts.carolReads, 'Bob is gone', 'what Carol reads'),
      equal(facts.bobIs, 'removed', 'Bob'),
      equal(facts.bobReads, false, 'whether Bob still reads'),
    )
  },
})
