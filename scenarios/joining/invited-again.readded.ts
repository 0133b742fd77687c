// Whoever was removed from a group can be added and invited again (JN-12).
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'
import type { Person } from '../../simulator/person.ts'

export default defineScenario({
  requirement: 'joining/invited-again',
  story: 'Alice adds Bob, removes him, adds Carol, and adds Bob again',
  world: oneDomain,
  async probe({ appServer, alice, bob, carol, register, group }) {
    const anna = await register(alice)
    for (const person of [bob, carol]) await register(person)
    const story = await group(anna)
    const commit = async (
      proposal: { type: 'remove'; leafIndex: number } | { type: 'add'; keyPackage: Uint8Array },
    ) => {
      const prepared = await story.session(anna).prepare({ proposals: [proposal] })
      const answer = await story.upload(prepared)
      if (isAccepted(answer)) prepared.apply()
      return answer
    }
    const adding = async (person: Person) => ({ type: 'add' as const, keyPackage: (await person.keyPackage()).message })
    const added = await commit(await adding(bob))
    const removed = await commit({ type: 'remove', leafIndex: 1 })
    const other = await commit(await adding(carol))
    const again = await commit(await adding(bob))
    return { added, removed, other, again, invited: await appServer.welcomeMessages({ clientHandle: bob.handle }) }
  },
  controls: ({ added, removed, other }) => all(accepted(added), accepted(removed), accepted(other)),
  judge: ({ again, invited }) => all(accepted(again), equal(invited.value?.joinInfos.length, 2, 'number of joinInfos')),
})
