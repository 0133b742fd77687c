// Whoever is added to a group is who the certificates say, however good the chain was that came before (IP-02).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedGroup } from '../../harness/probe/certified-group.ts'
import { type Chain, certifiedPackage, deviceKey } from '../../harness/probe/certified-package.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { registerClient } from '../../harness/probe/registration.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import type { Person } from '../../simulator/person.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'identity-provider/validates-identity',
  story:
    'Alice proposes and commits to add Bob under a chain of no trusted root, then for a key of Mallory; then Carol under her own, and Bob under his',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { alice, bob, carol, mallory } = stage
    const { server, root } = await defineX509Application(stage, flags, handleFromLeaf(stage))
    const anna = await registerClient(server, alice, [])
    for (const person of [bob, carol]) await registerClient(server, person, [])
    const certify = async (person: Person, keyOf = person): Promise<Chain> => [
      await root.issue({ subject: person.handleText, publicKey: await deviceKey(keyOf) }),
    ]
    const adding = async (person: Person, certificates: Chain) => {
      const { message } = await certifiedPackage(stage, person, { certificates })
      return { type: 'add' as const, keyPackage: message }
    }
    const story = await certifiedGroup(stage, anna, await certify(alice))
    const session = story.session(anna)
    const forger = await root.createSubordinate({ subject: 'Elsewhere' })
    const forged = [await forger.issue({ subject: bob.handleText, publicKey: await deviceKey(bob) })]
    const flawed = [await adding(bob, forged), await adding(bob, await certify(bob, mallory))]
    const good = await adding(bob, await certify(bob))
    const commit = async (...proposals: readonly (typeof good)[]) =>
      story.upload(await session.prepare({ references: [], proposals }))

    const before = await readGroup(server, story.groupId)
    const attacks = []
    for (const proposal of flawed) {
      attacks.push(await story.uploadProposal(await session.propose(proposal)), await commit(proposal))
      attacks.push(await commit(await adding(carol, await certify(carol)), proposal))
    }
    const after = await readGroup(server, story.groupId)
    const proposed = await story.uploadProposal(await session.propose(good))
    return { before, attacks, after, twins: [proposed, await commit(await adding(carol, await certify(carol)), good)] }
  },
  tolerates: 'A-31',
  ...flawedRefused,
})
