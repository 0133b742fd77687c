// Whom an application adds is of its gateway's domain or of one it federates with (KV-03, reading A-39).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'
import type { Person } from '../../simulator/person.ts'

export default defineScenario({
  requirement: 'key-package-validation/known-domain-in-adds',
  story:
    'Alice proposes and commits to add clients of domains that nobody knows, or federates with; then Bob, then Carol of a peer',
  world: withPeer,
  editions: ['2023-03-17'],
  async probe({ appServer, domain: home, peer, alice, bob, carol, mallory, register, group }) {
    takesPackets(peer)
    const anna = await register(alice)
    const { groupId, ...story } = await group(anna)
    const session = story.session(anna)
    const adding = async (person: Person, domain?: string) => {
      const { message: keyPackage } = await person.keyPackage(domain === undefined ? {} : { domain })
      return { type: 'add', keyPackage } as const
    }
    const committed = async (proposal: Awaited<ReturnType<typeof adding>>) => {
      const prepared = await session.prepare({ references: [], proposals: [proposal] })
      const answer = await appServer.uploadCommit({ groupId, ...prepared.upload })
      if (isAccepted(answer)) prepared.apply()
      return answer
    }
    const strangers = [
      await adding(mallory, 'nowhere.example'),
      await adding(mallory, `x.${peer.domain}`),
      await adding(mallory, `${peer.domain}.nowhere.example`),
    ]
    const [known] = home.peers.filter((name) => name !== peer.domain)
    if (known !== undefined) strangers.push(await adding(mallory, known))
    const before = await readGroup(appServer, groupId)
    const attempts = []
    for (const stranger of strangers) {
      attempts.push(await appServer.uploadProposal({ groupId, packet: await session.propose(stranger) }))
      const { upload } = await session.prepare({ references: [], proposals: [stranger] })
      attempts.push(await appServer.uploadCommit({ groupId, ...upload }))
    }
    const after = await readGroup(appServer, groupId)
    const own = await committed(await adding(bob))
    const federated = await committed(await adding(carol))
    if (isAccepted(federated)) await peer.askedFor('uploadCommit', 2)
    return { before, attempts, after, own, federated }
  },
  controls: ({ own }) => accepted(own),
  judge: ({ before, attempts, after, federated }) =>
    all(each(attempts, refused), allUnchanged(before, after), accepted(federated)),
})
