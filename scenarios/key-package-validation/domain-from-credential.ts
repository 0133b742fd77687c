// The credential says which domain a key package is of; requests may say what they like (KV-05).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedPackage } from '../../harness/probe/certified-package.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { rewriteBody } from '../../harness/probe/raw-request.ts'
import { handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-validation/domain-from-credential',
  story:
    'A key package of another domain is uploaded, then one in a request that says the domain of the gateway; then one of that domain',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { alice, domain } = stage
    const parameters = { ...handleFromLeaf(stage), domain_name_offset: 1 }
    const certified = await certifiedQueue(stage, { domains: true, parameters })
    const { client, keyQueueId } = certified.queue
    const own = await certified.chain(alice.handleText, domain.name)
    const foreign = await certified.chain(alice.handleText, 'elsewhere.example')
    const saysOwn = rewriteBody((text) => text.replace(/\}$/, `,"domain":"${domain.name}"}`))
    const plain = await tryChains(certified, { flawed: [foreign], good: [own] })
    const before = [await certified.queue.count()]
    const { message } = await certifiedPackage(stage, alice, { certificates: foreign })
    const input = { clientId: client.clientId, keyQueueId, keyPackages: [message], isReset: false }
    const claimed = await client.server.updateKeyQueue(input, saysOwn)
    const after = [await certified.queue.count()]
    return {
      ...plain,
      before: [...plain.before, ...before],
      attacks: [...plain.attacks, claimed],
      after: [...plain.after, ...after],
    }
  },
  ...flawedRefused,
})
