// A queue that has nothing left does not lend from another one (KP-04).
import { gaveNothing } from '../../harness/match/answer.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/all-attributes-match',
  story: 'Alice has key packages for chat and none for calls; she is asked for both',
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const client = await register(alice)
    const calls = await keyQueue(client, { appLabel: label('calls') })
    const chat = await keyQueue(client, { appLabel: label('chat') })
    const packages = named({ 'the package for chat': only(await chat.fill(1)) })
    const empty = await calls.fetch(label('receiver'))
    return { packages, empty, twin: await chat.fetch(label('receiver')) }
  },
  controls: ({ packages, twin }) => gave(twin, 'the package for chat', packages),
  judge: ({ empty }) => gaveNothing(empty),
})
