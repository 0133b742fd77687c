// Whoever creates a group is who the certificates say, of a domain of the gateway (GR-13).
import { flawedRefused } from '../../harness/match/x509.ts'
import { beginCertified } from '../../harness/probe/certified-group.ts'
import { type Chain, deviceKey } from '../../harness/probe/certified-package.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { registerClient } from '../../harness/probe/registration.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/creator-validated',
  story:
    'Alice creates a group under a chain of no trusted root, one for a key of Mallory and one of another domain; then under her own',
  world: emptyDomain,
  needs: ['define-application', 'groups'],
  async probe(stage) {
    const { alice, mallory, domain, groupId } = stage
    const flags = { supportsAccounts: false, supportsDomains: true }
    const parameters = { ...handleFromLeaf(stage), domain_name_offset: 1 }
    const { server, root } = await defineX509Application(stage, flags, parameters)
    const client = await registerClient(server, alice, [])
    const subject = alice.handleText
    const chainOf = async (name: string, publicKey = deviceKey(alice)): Promise<Chain> => {
      const issuer = await root.createSubordinate({ subject: name })
      return [await issuer.issue({ subject, publicKey: await publicKey }), issuer.certificate]
    }
    const create = async (chain: Chain) => {
      const session = await beginCertified(stage, client, chain)
      return server.createGroup(await session.export())
    }
    const [leaf = new Uint8Array()] = await chainOf(domain.name)
    const [, namesake = new Uint8Array()] = await chainOf(domain.name)
    const before = await readGroup(server, groupId('certified'))
    const attacks = [
      await create([leaf, namesake]),
      await create(await chainOf(domain.name, deviceKey(mallory))),
      await create(await chainOf('elsewhere.example')),
    ]
    const after = await readGroup(server, groupId('certified'))
    return { before, attacks, after, twins: [await create(await chainOf(domain.name))] }
  },
  ...flawedRefused,
})
