// Client, version, suite and label all have to match the queue: one that differs, and there is nothing (KP-04).
import { gaveNothing } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/all-attributes-match',
  story: "Alice's queue is asked with one attribute changed at a time, then with all of them right",
  world: oneDomain,
  async probe({ appServer, alice, bob, register, keyQueue, label }) {
    const client = await register(alice)
    const queue = await keyQueue(client)
    const other = await register(bob)
    await keyQueue(other)
    const packages = named({ 'the package': only(await queue.fill(1)) })
    const receiver = label('receiver')
    const { protocolVersion, cipherSuite, appLabel } = queue
    const right = { protocolVersion, cipherSuite, appLabel, receiver_client_id: receiver }
    return {
      packages,
      otherVersion: await queue.fetch(receiver, { protocolVersion: 2 }),
      otherSuite: await queue.fetch(receiver, { cipherSuite: cipherSuite === 1 ? 3 : 1 }),
      otherLabel: await queue.fetch(receiver, { appLabel: label('other') }),
      partOfLabel: await queue.fetch(receiver, { appLabel: appLabel.slice(0, -1) }),
      otherClient: await appServer.retrieveKeyPackage({ ...right, clientId: other.clientId }),
      twin: await appServer.retrieveKeyPackage({ ...right, clientId: client.clientId }),
    }
  },
  controls: ({ packages, twin }) => gave(twin, 'the package', packages),
  judge: ({ otherVersion, otherSuite, otherLabel, partOfLabel, otherClient }) =>
    all(...[otherVersion, otherSuite, otherLabel, partOfLabel, otherClient].map(gaveNothing)),
})
