// What nobody knows the meaning of does no harm and has no effect (HX-11).
import { accepted } from '../../harness/match/answer.ts'
import { finds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { rewriteBody } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const extra = '"note":{"tags":["x"]},"clientId":"mine","Tags":[],"__proto__":{"tags":["y"]},"constructor":null'

export default defineScenario({
  requirement: 'http/unknown-members-ignored',
  story: 'An application server registers Alice with members of its own invention',
  world: oneDomain,
  async probe({ appServer, alice }) {
    const tags = [alice.tag]
    const alter = rewriteBody((text) => text.replace(/\}$/, `,${extra}}`))
    const registered = await appServer.registerClient({ clientHandle: alice.handle, tags }, alter)
    const found = await appServer.findClients({ tag: alice.tag })
    return { registered, found, handle: alice.handleText, tags }
  },
  judge: ({ registered, found, handle, tags }) =>
    all(accepted(registered), finds(found, [{ registered, handle, tags }])),
})
