// A gateway that does not know yet that an epoch is over lets the one that orders the group decide.
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { heldAlike } from '../../harness/match/same-group.ts'
import { equal } from '../../harness/match/value.ts'
import { commitVia, followTo, groupAcross, heldAt, readingFrom } from '../../harness/probe/across.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-relays',
  story:
    'Alice commits while nothing gets from her gateway to that of the other domain; Carol there adds Dave in the same epoch, and again when she knows better',
  world: twoDomains,
  async probe(stage) {
    const { appServer, farServer, domain, farDomain, dave, register, link } = stage
    const { groupId, hers, theirs } = await groupAcross(stage)
    await register(dave)
    const own = await dave.keyPackage()
    const adding = () => theirs.session.prepare({ proposals: [{ type: 'add', keyPackage: own.message }] })
    const range = { groupId, from: 1n }
    const invitations = () => farServer.welcomeMessages({ clientHandle: dave.handle })
    const readFar = async () => [...(await readingFrom(farServer, range)), await invitations()]

    const toThere = link(domain.name, farDomain.name)
    await toThere.cut()
    await commitVia(hers)
    const before = await readFar()
    const late = await farServer.uploadCommit({ groupId, ...(await adding()).upload })
    const after = await readFar()
    await toThere.heal()

    const held = await heldAt(stage, farServer, { groupId, epoch: 2n })
    const facts = await finding(async () => {
      await followTo(stage, theirs, 2n)
      return [hers, theirs].map(({ session }) => sharedState(session))
    })
    const [here, there] = [await readingFrom(appServer, range), await readingFrom(farServer, range)]
    const again = await farServer.uploadCommit({ groupId, ...(await adding()).upload })
    return { late, before, after, held, facts, here, there, again }
  },
  controls: ({ again }) => accepted(again),
  judge({ late, before, after, facts, here, there }) {
    const [first] = typeof facts === 'string' ? [] : facts
    return all(
      refused(late),
      allUnchanged(before, after),
      equal(facts, [first, first], 'states of Alice and Carol'),
      heldAlike(here, there),
    )
  },
})
