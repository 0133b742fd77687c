// What is stored as a final key is a valid key package of the queue (KQ-13).
import { accepted, gaveNothing, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/final-key-validated',
  story: "A GroupInfo, half a key package and a key package of Bob's are sent as the final key of Alice's empty queue",
  world: oneDomain,
  async probe({ alice, bob, register, keyQueue, groupId, label }) {
    const queue = await keyQueue(await register(alice))
    const final = await alice.keyPackage({ lastResort: true })
    const stranger = await bob.keyPackage({ lastResort: true })
    const { groupInfo } = await (await alice.createGroup(groupId('local'))).export()
    return {
      packages: named({ 'the final key': final }),
      otherKind: await queue.update({ finalKey: groupInfo }),
      cutOff: await queue.update({ finalKey: final.message.slice(0, final.message.length >> 1) }),
      otherClient: await queue.update({ finalKey: stranger.message }),
      fetched: await queue.fetch(label('receiver')),
      twin: await queue.update({ finalKey: final.message }),
      served: await queue.fetch(label('receiver')),
    }
  },
  controls: ({ packages, twin, served }) => all(accepted(twin), gave(served, 'the final key', packages)),
  judge: ({ otherKind, cutOff, otherClient, fetched }) =>
    all(refused(otherKind), refused(cutOff), refused(otherClient), gaveNothing(fetched)),
})
