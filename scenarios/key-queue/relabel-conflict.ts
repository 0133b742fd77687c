// Relabelling must not make a second queue of the same attributes (KQ-20, A-07).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/relabel-conflict',
  story: "One of Alice's two queues is given the label of the other, then both are asked under the labels they had",
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const client = await register(alice)
    const calls = await keyQueue(client, { appLabel: label('calls') })
    const chat = await keyQueue(client, { appLabel: label('chat') })
    const packages = named({
      'package for calls': only(await calls.fill(1)),
      'package for chat': only(await chat.fill(1)),
    })
    const attack = await chat.update({ appLabel: calls.appLabel })
    const receiver = label('receiver')
    const [fromCalls, fromChat] = [await calls.fetch(receiver), await chat.fetch(receiver)]
    return { packages, attack, fromCalls, fromChat, twin: await chat.update({ appLabel: label('mail') }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ packages, attack, fromCalls, fromChat }) =>
    all(refused(attack), gave(fromCalls, 'package for calls', packages), gave(fromChat, 'package for chat', packages)),
})
