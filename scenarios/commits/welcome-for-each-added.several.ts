// However many clients one commit adds, each of them is invited (CM-10).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/welcome-for-each-added',
  story: 'Alice adds Bob, Carol, Dave and Mallory by one commit',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, dave, mallory, register, group }) {
    const anna = await register(alice)
    const people = [bob, carol, dave, mallory]
    for (const person of people) await register(person)
    const story = await group(anna)
    const proposals = []
    for (const person of people)
      proposals.push({ type: 'add' as const, keyPackage: (await person.keyPackage()).message })
    const prepared = await story.session(anna).prepare({ proposals })
    achieved(await story.upload(prepared))
    const invited = []
    for (const { handle } of people) invited.push(await appServer.welcomeMessages({ clientHandle: handle }))
    return { invited, welcome: octets(prepared.upload.welcomePacket ?? new Uint8Array()) }
  },
  judge: ({ invited, welcome }) =>
    all(
      ...invited.map(accepted),
      ...invited.map(({ value, exchange }) =>
        equal(
          value?.joinInfos.map((joinInfo) => octets(joinInfo.welcome)),
          [welcome],
          `${exchange.id}.joinInfos`,
        ),
      ),
    ),
})
