// Two people with one handle, each of another domain, in one group: the domain tells them apart at either gateway.
import { accepted, acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { commitVia, followTo, invitedAt } from '../../harness/probe/across.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved, reached } from '../../harness/unreachable.ts'
import { twoDomains } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'identity-provider/domain-and-handle',
  story:
    'Alice adds Bob of her domain and Carol of the other one, who goes by the same handle; each joins at the own gateway',
  world: twoDomains,
  // In the other edition federating applications tell clients by their handle alone.
  editions: ['2023-03-17'],
  async probe(stage) {
    const { appServer, farServer, alice, bob, carol, register, groupId } = stage
    const [anna, bert] = [await register(alice), await register(bob)]
    const { handle } = bob
    const { clientId } = reached(await farServer.registerClient({ clientHandle: handle, tags: [carol.tag] }))
    const cleo = { person: carol, clientId, server: farServer }
    const session = await alice.createGroup(groupId('namesakes'))
    achieved(await appServer.createGroup(await session.export()))

    const [his, theirs] = [await bob.keyPackage(), await carol.keyPackage({ identity: handle })]
    const { upload } = await commitVia({ client: anna, session }, { proposals: [add(his.message)] })
    const second = await session.prepare({ proposals: [add(theirs.message)] })
    const added = await appServer.uploadCommit({ groupId: session.groupId, ...second.upload })
    if (isAccepted(added)) second.apply()
    const near = await appServer.welcomeMessages({ clientHandle: handle })
    const far = await invitedAt(stage, farServer, { handle })
    const facts = await finding(async () => {
      const joined = [
        { client: bert, session: await joinByWelcome(bob, his, near) },
        { client: cleo, session: await joinByWelcome(carol, theirs, far) },
      ]
      for (const one of joined) await followTo(stage, one, 2n)
      return [session, ...joined.map((one) => one.session)].map(sharedState)
    })
    const welcomes = [upload, second.upload].map(({ welcomePacket = new Uint8Array() }) => octets(welcomePacket))
    return { welcomes, added, facts, near, far }
  },
  judge({ welcomes, added, facts, near, far }) {
    const [first] = typeof facts === 'string' ? [] : facts
    return all(
      accepted(added),
      equal(facts, [first, first, first], 'states of Alice, Bob and Carol'),
      ...[near, far].map((answer, index) =>
        acceptedWith(answer, ({ joinInfos }) => {
          const held = joinInfos.map(({ welcome }) => octets(welcome))
          return equal(held, welcomes.slice(index, index + 1), `${answer.exchange.id}.joinInfos, their welcomes`)
        }),
      ),
    )
  },
})

function add(keyPackage: Uint8Array) {
  return { type: 'add' as const, keyPackage }
}
