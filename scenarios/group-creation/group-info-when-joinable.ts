// A new group can be joined from outside exactly where its GroupInfo says so (GR-17).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/group-info-when-joinable',
  story: 'Alice creates two groups, one with external_pub in its GroupInfo and one without',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const [open, closed] = [groupId('open'), groupId('closed')]
    const joinable = await (await alice.createGroup(open)).export()
    achieved(await appServer.createGroup(joinable))
    achieved(await appServer.createGroup(await (await alice.createGroup(closed)).export({ externalPub: false })))
    const offered = await appServer.groupInfo({ groupId: open })
    const withheld = await appServer.groupInfo({ groupId: closed })
    return { offered, withheld, groupInfo: octets(joinable.groupInfo) }
  },
  judge: ({ offered, withheld, groupInfo }) =>
    all(
      accepted(offered),
      equal(
        offered.value?.groupInfos.map((entry) => entry.groupInfo),
        [groupInfo],
        'offered.groupInfos',
      ),
      equal(withheld.value?.groupInfos ?? [], [], 'withheld.groupInfos'),
    ),
})
