// What a gateway hears of late is not judged by the time at which it hears of it.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { heldAlike } from '../../harness/match/same-group.ts'
import { equal } from '../../harness/match/value.ts'
import { commitVia, followTo, groupAcross, heldAt, invitedAt, readingFrom } from '../../harness/probe/across.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

/** How long the key package lives, in seconds. */
const lifetime = 2

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    'Alice adds Dave of the other domain while the link is cut; it heals when his key package has expired, Alice goes on, and he joins',
  world: twoDomains,
  waits: true,
  async probe(stage) {
    const { appServer, farServer, domain, farDomain, dave, register, link, world } = stage
    const { groupId, hers, theirs } = await groupAcross(stage)
    const dan = await register(dave)
    const toThere = link(domain.name, farDomain.name)
    await toThere.cut()
    const own = await dave.keyPackage({ expiresIn: BigInt(lifetime) })
    await commitVia(hers, { proposals: [{ type: 'add', keyPackage: own.message }] })
    await world.clock.pass((lifetime + 1) * 1000)
    await toThere.heal()
    // Whoever waits for news to find out about the rest gets some.
    await commitVia(hers)
    const epoch = 3n
    const held = await heldAt(stage, farServer, { groupId, epoch })
    const invited = await invitedAt(stage, farServer, dave)
    const facts = await finding(async () => {
      const joined = { client: dan, session: await joinByWelcome(dave, own, invited) }
      for (const one of [theirs, joined]) await followTo(stage, one, epoch)
      return [hers, theirs, joined].map(({ session }) => sharedState(session))
    })
    const range = { groupId, from: 1n }
    const [here, there] = [await readingFrom(appServer, range), await readingFrom(farServer, range)]
    return { held, invited, facts, here, there }
  },
  judge({ held, facts, here, there }) {
    const [first] = typeof facts === 'string' ? [] : facts
    return all(
      accepted(held),
      equal(facts, [first, first, first], 'states of Alice, Carol and Dave'),
      heldAlike(here, there),
    )
  },
})
