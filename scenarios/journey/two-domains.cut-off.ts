// The gateway of one domain hears nothing for thirty commits, then gets everything there was.

import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { heldAlike } from '../../harness/match/same-group.ts'
import { equal } from '../../harness/match/value.ts'
import { commitVia, followTo, groupAcross, heldAt, invitedAt, readingFrom } from '../../harness/probe/across.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

const missed = 30

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    'Alice commits thirty times while the link to the other domain is cut, once to add Dave there; it heals, Carol follows all of it and Dave joins',
  world: twoDomains,
  async probe(stage) {
    const { appServer, farServer, domain, farDomain, dave, register, link } = stage
    const { groupId, hers, theirs } = await groupAcross(stage)
    const dan = await register(dave)
    const own = await dave.keyPackage()
    const commits: string[] = []
    const commit = async (proposals: NonNullable<Parameters<typeof commitVia>[1]>['proposals'] = []) => {
      commits.push(octets((await commitVia(hers, { proposals })).upload.commitPacket))
    }
    const ways = [link(domain.name, farDomain.name), link(farDomain.name, domain.name)]
    for (const way of ways) await way.cut()
    while (commits.length < missed)
      await commit(commits.length === missed / 2 ? [{ type: 'add', keyPackage: own.message }] : [])
    const meanwhile = await farServer.controlMessages({ groupId, startEpochId: 1n })
    for (const way of ways) await way.heal()
    // Whoever waits for news to find out about the rest gets some.
    await commit()

    const epoch = BigInt(1 + commits.length)
    const served = await heldAt(stage, farServer, { groupId, epoch })
    const facts = await finding(async () => {
      const joined = { client: dan, session: await joinByWelcome(dave, own, await invitedAt(stage, farServer, dave)) }
      for (const one of [theirs, joined]) await followTo(stage, one, epoch)
      return [hers, theirs, joined].map(({ session }) => sharedState(session))
    })
    const invited = await farServer.welcomeMessages({ clientHandle: dave.handle })
    const range = { groupId, from: 1n }
    const [here, there] = [await readingFrom(appServer, range), await readingFrom(farServer, range)]
    const messages = await farServer.controlMessages({ groupId, startEpochId: 1n })
    return { commits, meanwhile, served, invited, facts, here, there, messages }
  },
  judge({ commits, invited, facts, here, there, messages }) {
    if (typeof facts === 'string') return equal(facts, 'every client follows', 'the clients')
    const [first] = facts
    return all(
      equal(facts, [first, first, first], 'states of Alice, Carol and Dave'),
      equal(invited.value?.joinInfos.length, 1, `${invited.exchange.id}.joinInfos, their number`),
      equal(sentFrom(1n, messages.value?.messages), commits, `${messages.exchange.id}.messages`),
      heldAlike(here, there),
    )
  },
})
