// A final key may be used many times: by two groups, and it is still there afterwards (KQ-15).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue/final-keys-offered',
  story: 'Alice and Carol each add Bob to a group of theirs by his final key, then a third receiver asks for it',
  world: oneDomain,
  needs: ['groups'],
  async probe({ alice, bob, carol, register, keyQueue, group, label }) {
    const [first, second, client] = [await register(alice), await register(carol), await register(bob)]
    const queue = await keyQueue(client)
    const final = await bob.keyPackage({ lastResort: true })
    reached(await queue.update({ finalKey: final.message }))
    await (await group(first)).add(first, [client], [final])
    const again = await group(second)
    const prepared = await again.session(second).prepare({ proposals: [{ type: 'add', keyPackage: final.message }] })
    const packages = named({ 'the final key': final })
    return { packages, added: await again.upload(prepared), fetched: await queue.fetch(label('third')) }
  },
  judge: ({ packages, added, fetched }) => all(accepted(added), gave(fetched, 'the final key', packages)),
})
