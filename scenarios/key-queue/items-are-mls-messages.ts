// Each item of an upload is one MLSMessage with a key package in it, and nothing else (KQ-24).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

/** Octets of an MLSMessage before its content: version and wire format (RFC 9420, section 6). */
const header = 4

export default defineScenario({
  requirement: 'key-queue/items-are-mls-messages',
  story:
    "Alice's key package is uploaded bare, with octets after it, twice in one item, cut off, under another wire format; a GroupInfo and nothing at all, too",
  world: oneDomain,
  async probe({ alice, register, keyQueue, groupId }) {
    const queue = await keyQueue(await register(alice))
    const { message } = await alice.keyPackage()
    const { groupInfo } = await (await alice.createGroup(groupId('local'))).export()
    const upload = (item: Uint8Array) => queue.update({ keyPackages: [item] })
    return {
      before: await queue.count(),
      bare: await upload(message.slice(header)),
      trailing: await upload(Uint8Array.of(...message, 0)),
      doubled: await upload(Uint8Array.of(...message, ...message)),
      cutOff: await upload(message.slice(0, -1)),
      mislabelled: await upload(message.with(3, 4)),
      otherKind: await upload(groupInfo),
      empty: await upload(new Uint8Array()),
      after: await queue.count(),
      twin: await upload(message),
    }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, bare, trailing, doubled, cutOff, mislabelled, otherKind, empty, after }) =>
    all(...[bare, trailing, doubled, cutOff, mislabelled, otherKind, empty].map(refused), unchanged(before, after)),
})
