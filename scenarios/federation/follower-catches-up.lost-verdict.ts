// The verdict on a relayed commit never comes back: the gateway has missed an epoch that its own application made.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { heldAlike } from '../../harness/match/same-group.ts'
import { equal } from '../../harness/match/value.ts'
import { commitVia, followTo, groupAcross, heldAt, invitedAt, readingFrom } from '../../harness/probe/across.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    'Carol adds Dave, and the verdict of the other domain is lost on its way back; Alice sees the commit and makes the next one, and Dave joins at his gateway',
  world: twoDomains,
  async probe(stage) {
    const { appServer, farServer, domain, farDomain, dave, register, link } = stage
    const { groupId, hers, theirs } = await groupAcross(stage)
    const dan = await register(dave)
    const own = await dave.keyPackage()
    const adding = await theirs.session.prepare({ proposals: [{ type: 'add', keyPackage: own.message }] })
    const toOrderer = link(farDomain.name, domain.name)
    await toOrderer.disturb({ losesAnswers: 100 })
    const unheard = await farServer.uploadCommit({ groupId, ...adding.upload })
    await toOrderer.heal()
    adding.apply()
    const facts = await finding(async () => {
      await followTo(stage, hers, 2n)
      await commitVia(hers)
      await followTo(stage, theirs, 3n)
      const session = await joinByWelcome(dave, own, await invitedAt(stage, farServer, dave))
      await followTo(stage, { client: dan, session }, 3n)
      return [hers.session, theirs.session, session].map(sharedState)
    })
    const held = await heldAt(stage, farServer, { groupId, epoch: 3n })
    const range = { groupId, from: 1n }
    const [here, there] = [await readingFrom(appServer, range), await readingFrom(farServer, range)]
    const invited = await farServer.welcomeMessages({ clientHandle: dave.handle })
    return { unheard, held, facts, invited, here, there }
  },
  judge({ held, facts, invited, here, there }) {
    const [first] = typeof facts === 'string' ? [] : facts
    return all(
      accepted(held),
      equal(facts, [first, first, first], 'states of Alice, Carol and Dave'),
      equal(invited.value?.joinInfos.length, 1, `${invited.exchange.id}.joinInfos, their number`),
      heldAlike(here, there),
    )
  },
})
