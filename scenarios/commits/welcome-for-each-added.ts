// Each added client finds its welcome and the new tree, and nobody else does (CM-10, reading A-20).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/welcome-for-each-added',
  story:
    'Alice adds Bob and Carol by one commit, and both join with what the gateway has for them; Dave was not invited',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, dave, register, group }) {
    const anna = await register(alice)
    for (const person of [bob, carol, dave]) await register(person)
    const story = await group(anna)
    const packages = [await bob.keyPackage(), await carol.keyPackage()]
    const proposals = packages.map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
    const prepared = await story.session(anna).prepare({ proposals })
    achieved(await story.upload(prepared))
    prepared.apply()
    const invited = []
    for (const person of [bob, carol]) invited.push(await appServer.welcomeMessages({ clientHandle: person.handle }))
    const bystanders = []
    for (const person of [alice, dave])
      bystanders.push(await appServer.welcomeMessages({ clientHandle: person.handle }))
    const joined = []
    for (const [index, own] of packages.entries()) {
      const answer = invited[index]
      if (answer) joined.push(await finding(async () => sharedState(await joinByWelcome(bob, own, answer))))
    }
    const { welcomePacket = new Uint8Array() } = prepared.upload
    return { invited, bystanders, joined, welcome: octets(welcomePacket), state: sharedState(story.session(anna)) }
  },
  judge: ({ invited, bystanders, joined, welcome, state }) =>
    all(
      ...invited.map(accepted),
      ...invited.map((answer) =>
        equal(
          answer.value?.joinInfos.map((joinInfo) => octets(joinInfo.welcome)),
          [welcome],
          `${answer.exchange.id}.joinInfos`,
        ),
      ),
      ...bystanders.map((answer) => equal(answer.value?.joinInfos ?? [], [], `${answer.exchange.id}.joinInfos`)),
      ...joined.map((found, index) => equal(found, state, `joined[${index}]`)),
    ),
})
