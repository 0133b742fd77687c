// A queue serves under the label it was created with, and only its own key packages (KQ-03).

import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/keeps-attributes',
  story:
    'Alice has two queues that differ in their label; her application server fetches from each for the same receiver',
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const client = await register(alice)
    const calls = await keyQueue(client, { appLabel: label('calls') })
    const chat = await keyQueue(client, { appLabel: label('chat') })
    const packages = named({
      'package for calls': only(await calls.fill(1)),
      'package for chat': only(await chat.fill(1)),
    })
    const receiver = label('receiver')
    return { packages, fromChat: await chat.fetch(receiver), fromCalls: await calls.fetch(receiver) }
  },
  judge: ({ packages, fromChat, fromCalls }) =>
    all(gave(fromChat, 'package for chat', packages), gave(fromCalls, 'package for calls', packages)),
})
