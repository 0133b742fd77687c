// The GroupInfo that a gateway shows once it has caught up is of the epoch that it got to, or there is none (PX-09, reading A-13).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { forgeGroup, type GroupFlaw } from '../../mls/forge.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    "Of each two commits in Carol's group one reaches the other gateway, while hers shows the GroupInfo of the last, then none, one that cannot be read, an old one, one of another group, and three that say something else of the same commits",
  world: withPeer,
  async probe({ appServer, peer, carol, dave, groupId }) {
    takesPackets(peer)
    const group = await playGroup(await carol.createGroup(groupId('played')))
    const id = group.groupId
    achieved(await peer.calls.createGroup(group.creation), 'A-40')
    const other = await (await carol.createGroup(groupId('other'))).export()
    const { groupInfo, ratchetTree: tree } = group.creation
    const unreadable = { groupInfo: groupInfo.slice(0, -1), ratchetTree: tree }
    const commits: Answer[] = []
    const infos: Answer<'groupInfo'>[] = []
    const states: string[][] = []
    const { message: keyPackage } = await dave.keyPackage()
    const forged = (flaw: GroupFlaw) => async () => [await forgeGroup(group.session.member, flaw)]
    for (const show of [
      undefined,
      () => [],
      () => [unreadable],
      () => [{ groupInfo, ratchetTree: tree }],
      () => [other],
      forged({ kind: 'second-member', keyPackage }),
      forged({ kind: 'extensions', extensions: [{ type: 'external-senders', senders: [] }] }),
      forged({ kind: 'confirmation-tag' }),
    ]) {
      await group.commit()
      const { upload, ratchetTree } = await group.commit()
      showsGroup(peer, group)
      const shown = await show?.()
      if (shown) peer.on('groupInfo', () => ({ groupInfos: shown }))
      commits.push(await peer.calls.uploadCommit({ groupId: id, ...upload }))
      infos.push(await appServer.groupInfo({ groupId: id }))
      states.push([upload.groupInfo, ratchetTree].map(octets))
    }
    const held = infos.map(({ value }) =>
      (value?.groupInfos ?? []).map((one) => [one.groupInfo, one.ratchetTree ?? new Uint8Array()].map(octets)),
    )
    return { commits, infos, held, states }
  },
  judge: ({ commits, infos, held, states }) =>
    all(
      ...commits.map(accepted),
      ...held.map((shown, index) => {
        // What is up to date is there; in the place of another one there may be none.
        const isThere = index === 0 || shown.length > 0
        return equal(shown, isThere ? states.slice(index, index + 1) : [], `${infos[index]?.exchange.id}.groupInfos`)
      }),
    ),
})
