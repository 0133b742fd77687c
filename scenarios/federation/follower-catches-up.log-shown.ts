// What an ordering gateway shows of a group's past need not fit the state that it shows: as much of it counts as leads there.
import { accepted, acceptedWith, each } from '../../harness/match/answer.ts'
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { messagesFrom, playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario, type Scenario, type Variants } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

interface Log {
  readonly what: string
  /** Epochs whose commits are shown; the state shown is that of epoch 3. */
  readonly epochs: readonly number[]
  /** Those of them that lead to epoch 3 without a gap. */
  readonly counting: readonly number[]
}

export default {
  gap: startingFrom({ what: 'its third commit and its first', epochs: [1, 3], counting: [3] }),
  ahead: startingFrom({ what: 'one commit more than the state has', epochs: [1, 2, 3, 4], counting: [1, 2, 3] }),
  behind: startingFrom({ what: 'one commit less than the state has', epochs: [1, 2], counting: [] }),
} satisfies Variants

function startingFrom({ what, epochs, counting }: Log): Scenario {
  return defineScenario({
    requirement: 'federation/follower-catches-up',
    story: `Carol's gateway brings a proposal of a group of which it never told, and shows ${what}; then it brings all commits`,
    world: withPeer,
    async probe({ appServer, peer, bob, carol, register, groupId }) {
      takesPackets(peer)
      await register(bob)
      const group = await playGroup(await carol.createGroup(groupId('played')))
      const id = group.groupId
      for (let epoch = 1; epoch <= 3; epoch++) await group.commit()
      showsGroup(peer, group)
      const packet = await group.propose({ type: 'add', keyPackage: (await bob.keyPackage()).message })
      await group.commit()
      const { entries } = group.accepted()
      const shown = epochs.flatMap((epoch) => messagesFrom(entries.slice(0, epoch), BigInt(epoch)))
      peer.on('controlMessages', () => ({ messages: shown }))
      const brought = await peer.calls.uploadProposal({ groupId: id, packet })
      const log = await appServer.controlMessages({ groupId: id, startEpochId: 0n })
      const commits = []
      for (const { commit } of entries) commits.push(await peer.calls.uploadCommit({ groupId: id, ...commit.upload }))
      return {
        ...{ brought, log, commits, last: messagesFrom(entries, 4n).map(octets) },
        counting: counting.map((epoch) => octets(entries[epoch - 1]?.commit.upload.commitPacket ?? new Uint8Array())),
        later: await appServer.controlMessages({ groupId: id, startEpochId: 3n }),
      }
    },
    judge: ({ brought, log, commits, counting, later, last }) =>
      all(
        accepted(brought),
        acceptedWith(log, ({ messages }) => equal(messages.map(octets), counting, `${log.exchange.id}.messages`)),
        each(commits, accepted),
        acceptedWith(later, ({ messages }) =>
          equal(sentFrom(3n, messages), last, `${later.exchange.id}.messages, those of epoch 3`),
        ),
      ),
  })
}
