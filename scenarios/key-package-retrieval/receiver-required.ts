// A fetch has to say who the key package is for; without that it is refused and hands out nothing (KP-22, A-22).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave, givenOnce } from '../../harness/match/key-package.ts'
import { numbered } from '../../harness/probe/packages.ts'
import { rewriteTarget } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/receiver-required',
  story: "Alice's queue of three is asked without a receiver, for an empty one, and then for three with names",
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = numbered(await queue.fill(3))
    const { client, protocolVersion, cipherSuite, appLabel } = queue
    const wanted = { clientId: client.clientId, protocolVersion, cipherSuite, appLabel }
    const fetch = (change: (target: string) => string) =>
      appServer.retrieveKeyPackage({ ...wanted, receiver_client_id: label('receiver') }, rewriteTarget(change))
    return {
      packages,
      absent: await fetch((target) => target.replace(/&receiver_client_id=[^&]*/, '')),
      empty: await fetch((target) => target.replace(/(&receiver_client_id=)[^&]*/, '$1')),
      twin: await fetch((target) => target),
      others: [await queue.fetch(label('second')), await queue.fetch(label('third'))],
    }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ packages, absent, empty, twin, others }) =>
    all(
      refused(absent),
      refused(empty),
      ...others.map((answer) => gave(answer, Object.keys(packages), packages)),
      givenOnce([twin, ...others]),
    ),
})
