// Requests and answers are lost or come twice on the link between two domains; the group does not notice.

import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { heldAlike } from '../../harness/match/same-group.ts'
import { equal, sameMembers } from '../../harness/match/value.ts'
import { followTo, groupAcross, heldAt, readingFrom, type SeatedMember } from '../../harness/probe/across.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { twoDomains } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

const rounds = 6

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    'Alice and Carol propose and commit in turns while the link between their domains loses and repeats what passes; who gets no verdict asks again',
  world: twoDomains,
  async probe(stage) {
    const { appServer, farServer, domain, farDomain, link, eventually } = stage
    const { groupId, hers, theirs } = await groupAcross(stage)
    for (const [from, to] of [
      [domain.name, farDomain.name],
      [farDomain.name, domain.name],
    ] as const)
      await link(from, to).disturb({ losesRequests: 20, losesAnswers: 20, duplicates: 40 })
    const sent: string[] = []

    const propose = async ({ client: { server }, session }: SeatedMember) => {
      const packet = await session.propose({ type: 'update' })
      sent.push(octets(packet))
      achieved(await eventually(() => server.uploadProposal({ groupId, packet }), isAccepted))
      return packet
    }
    const commit = async ({ client: { server }, session }: SeatedMember) => {
      const prepared = await session.prepare()
      sent.push(octets(prepared.upload.commitPacket))
      achieved(await eventually(() => server.uploadCommit({ groupId, ...prepared.upload }), isAccepted))
      prepared.apply()
    }
    const proposedAt = (server: SeatedMember['client']['server'], packet: Uint8Array) =>
      eventually(
        () => server.listProposals({ groupId }),
        ({ value }) => value?.messages.some((message) => octets(message) === octets(packet)) ?? false,
      )
    const facts = await finding(async () => {
      for (let epoch = 2n; epoch < 2n + BigInt(rounds); epoch++) {
        const [proposer, committer] = epoch % 2n === 0n ? [hers, theirs] : [theirs, hers]
        const packet = await propose(proposer)
        await proposedAt(committer.client.server, packet)
        await followTo(stage, committer, epoch - 1n)
        await commit(committer)
        await followTo(stage, proposer, epoch)
      }
      return [hers, theirs].map(({ session }) => sharedState(session))
    })
    for (const server of [appServer, farServer]) await heldAt(stage, server, { groupId, epoch: BigInt(1 + rounds) })
    const range = { groupId, from: 1n }
    const [here, there] = [await readingFrom(appServer, range), await readingFrom(farServer, range)]
    const messages = await farServer.controlMessages({ groupId, startEpochId: 1n })
    const invited = await farServer.welcomeMessages({ clientHandle: theirs.client.person.handle })
    return { sent, facts, invited, here, there, messages }
  },
  judge({ sent, facts, invited, here, there, messages }) {
    if (typeof facts === 'string') return equal(facts, 'every client follows', 'the clients')
    const [first] = facts
    return all(
      equal(facts, [first, first], 'states of Alice and Carol'),
      sameMembers(sentFrom(1n, messages.value?.messages), sent, `${messages.exchange.id}.messages`),
      equal(invited.value?.joinInfos.length, 1, `${invited.exchange.id}.joinInfos, their number`),
      heldAlike(here, there),
    )
  },
})
