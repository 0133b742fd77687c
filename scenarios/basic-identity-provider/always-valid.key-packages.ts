// Any text is an identity: a credential is not refused for what it says (BP-02).
import { accepted, each } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'basic-identity-provider/always-valid',
  story: 'Clients with odd handles upload key packages that say just these',
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ appServer, alice, keyQueue, label }) {
    const unique = label('x')
    const handles = [` ${unique} `, `@/#$:${unique}`, `用户 ${unique}`, unique.padEnd(1024, '.')]
    const uploaded = []
    for (const [index, handle] of handles.entries()) {
      const identity = new TextEncoder().encode(handle)
      const { clientId } = reached(await appServer.registerClient({ clientHandle: identity, tags: [alice.tag] }))
      const queue = await keyQueue(
        { person: alice, clientId, server: appServer },
        { appLabel: label(`queue ${index}`) },
      )
      const { message } = await alice.keyPackage({ identity })
      uploaded.push(await queue.update({ keyPackages: [message] }))
    }
    return { uploaded }
  },
  judge: ({ uploaded }) => each(uploaded, accepted),
})
