// What the ordering gateway has accepted stands, and reaches a gateway that was away when it is back (FD-02).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { hasReceived } from '../../harness/match/passed-on.ts'
import { equal } from '../../harness/match/value.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/unreachable-peer',
  story: 'Alice commits twice while another gateway is away; then it comes back',
  world: withPeer,
  async probe({ appServer, domain, peer, alice, register, group, link, eventually }) {
    takesPackets(peer)
    const anna = await register(alice)
    const story = await group(anna)
    await peer.askedFor('createGroup')
    const between = link(domain.name, peer.domain)
    await between.cut()
    const commits = []
    for (let epoch = 0; epoch < 2; epoch++) {
      const prepared = await story.session(anna).prepare()
      commits.push(await story.upload(prepared))
      prepared.apply()
    }
    const log = await appServer.controlMessages({ groupId: story.groupId, startEpochId: 0n })
    await between.heal()
    const arrived = await eventually(
      async () => (await peer.asked('uploadCommit')).filter(({ status }) => status !== undefined),
      (seen) => seen.length >= 2,
    )
    return { commits, log, arrived }
  },
  judge: ({ commits, log, arrived }) =>
    all(
      each(commits, accepted),
      equal(log.value?.messages.length, 2, 'commits that the group went on with'),
      each(commits, (commit) => hasReceived(arrived, commit)),
    ),
})
