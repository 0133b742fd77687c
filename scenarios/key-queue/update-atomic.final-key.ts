// A refused update changes no attribute either: the final key and the label it brought are not taken over (KQ-18, A-25).
import { accepted, gaveNothing, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/update-atomic',
  story: "An update of Alice's empty queue brings a final key, a label and half a key package",
  world: oneDomain,
  needs: ['final-keys', 'relabel-queue'],
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const [final, { message }] = [await alice.keyPackage({ lastResort: true }), await alice.keyPackage()]
    const change = { finalKey: final.message, appLabel: label('other') }
    const attack = await queue.update({ ...change, keyPackages: [message.slice(0, message.length >> 1)] })
    const receiver = label('receiver')
    const fetched = [await queue.fetch(receiver), await queue.fetch(receiver, { appLabel: change.appLabel })]
    const twin = await queue.update({ ...change, keyPackages: [message] })
    return { attack, fetched, twin, served: await queue.fetch(receiver, { appLabel: change.appLabel }) }
  },
  controls: ({ twin, served }) => all(accepted(twin), accepted(served)),
  judge: ({ attack, fetched }) => all(refused(attack), ...fetched.map(gaveNothing)),
})
