// Everything that one gateway sends to the other arrives twice, and counts once.
import { all } from '../../harness/match/judgement.ts'
import { heldAlike } from '../../harness/match/same-group.ts'
import { equal, sameMembers } from '../../harness/match/value.ts'
import {
  commitVia,
  followTo,
  groupAcross,
  heldAt,
  invitedAt,
  proposeVia,
  readingFrom,
} from '../../harness/probe/across.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    'Alice adds Dave of the other domain and proposes her update, Carol there proposes hers, and every request between the gateways arrives twice',
  world: twoDomains,
  async probe(stage) {
    const { appServer, farServer, domain, farDomain, dave, register, link, eventually } = stage
    const { groupId, hers, theirs } = await groupAcross(stage)
    const dan = await register(dave)
    const own = await dave.keyPackage()
    const ways = [link(domain.name, farDomain.name), link(farDomain.name, domain.name)]
    for (const way of ways) await way.disturb({ duplicates: 100 })
    await commitVia(hers, { proposals: [{ type: 'add', keyPackage: own.message }] })
    await heldAt(stage, farServer, { groupId, epoch: 2n })
    const invited = await invitedAt(stage, farServer, dave)
    const proposals: string[] = []
    const facts = await finding(async () => {
      const late = { client: dan, session: await joinByWelcome(dave, own, invited) }
      await followTo(stage, theirs, 2n)
      for (const one of [hers, theirs]) proposals.push(octets(await proposeVia(one, { type: 'update' })))
      return [hers, theirs, late].map(({ session }) => sharedState(session))
    })
    const [toThere] = ways
    const passed = await eventually(
      async () => ((await toThere?.passages()) ?? []).filter(({ operation }) => operation === 'uploadProposal'),
      (seen) => seen.filter(({ status }) => status !== undefined).length >= 2,
    )
    const range = { groupId, from: 1n }
    const [here, there] = [await readingFrom(appServer, range), await readingFrom(farServer, range)]
    const again = await farServer.welcomeMessages({ clientHandle: dave.handle })
    const listed = await farServer.listProposals({ groupId })
    return { proposals, facts, passed, here, there, again, listed }
  },
  judge({ proposals, facts, here, there, again, listed }) {
    const [first] = typeof facts === 'string' ? [] : facts
    return all(
      sameMembers(listed.value?.messages.map(octets), proposals, `${listed.exchange.id}.messages`),
      equal(facts, [first, first, first], 'states of Alice, Carol and Dave'),
      equal(again.value?.joinInfos.length, 1, `${again.exchange.id}.joinInfos, their number`),
      heldAlike(here, there),
    )
  },
})
