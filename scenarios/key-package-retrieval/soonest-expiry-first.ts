// The key package that expires soonest goes out first, whatever the order of upload (KP-08, A-11).
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const day = 86400n
const order = ['10 days', '20 days', '30 days', '40 days']

export default defineScenario({
  requirement: 'key-package-retrieval/soonest-expiry-first',
  story:
    'Key packages of Alice that expire in 30, 10, 40 and 20 days are uploaded in two requests, and four receivers ask',
  world: oneDomain,
  async probe({ alice, register, keyQueue, label }) {
    const queue = await keyQueue(await register(alice))
    const lasting = (days: bigint) => alice.keyPackage({ expiresIn: days * day })
    const [ten, twenty, thirty, forty] = [
      await lasting(10n),
      await lasting(20n),
      await lasting(30n),
      await lasting(40n),
    ]
    reached(await queue.update({ keyPackages: [thirty.message, ten.message] }))
    reached(await queue.update({ keyPackages: [forty.message, twenty.message] }))
    const fetched = []
    for (const receiver of order) fetched.push(await queue.fetch(label(receiver)))
    const packages = named({ '10 days': ten, '20 days': twenty, '30 days': thirty, '40 days': forty })
    return { packages, fetched }
  },
  judge: ({ packages, fetched }) => all(...fetched.map((answer, index) => gave(answer, order[index] ?? '', packages))),
})
