// Version and suite are decimal numbers from 0 to 65535; nothing is wrapped, rounded or guessed (KP-24).
import { each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { rewriteTarget } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-package-retrieval/code-points-in-range',
  story: "Alice's only key package is asked for with numbers that a careless reader takes for the right ones",
  world: oneDomain,
  async probe({ appServer, alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const packages = named({ 'the package': only(await queue.fill(1)) })
    const { client, protocolVersion, cipherSuite, appLabel } = queue
    const receiver = label('receiver')
    const wanted = { clientId: client.clientId, protocolVersion, cipherSuite, appLabel, receiver_client_id: receiver }
    const fetch = (name: string, value: string) =>
      appServer.retrieveKeyPackage(
        wanted,
        rewriteTarget((target) => target.replace(new RegExp(`([?&]${name}=)[^&]*`), `$1${value}`)),
      )
    const suites = []
    for (const text of [
      `${cipherSuite + 65536}`,
      `${cipherSuite}.0`,
      `${cipherSuite}x`,
      `0x${cipherSuite}`,
      `-${cipherSuite}`,
      '',
    ])
      suites.push(await fetch('cipherSuite', text))
    const versions = []
    for (const text of ['65537', '1.0', '1x', '1e0', '']) versions.push(await fetch('protocolVersion', text))
    return { packages, suites, versions, twin: await queue.fetch(receiver) }
  },
  controls: ({ packages, twin }) => gave(twin, 'the package', packages),
  judge: ({ suites, versions }) => all(each(suites, refused), each(versions, refused)),
})
