// A commit that comes too late uses nothing up; made again in the right epoch, it does (KP-13, A-02).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { named, taken } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/only-use-advances',
  story:
    "Alice adds Bob by a key package that was fetched for her, but Carol's commit is there first; Alice fetches again and commits once more",
  world: oneDomain,
  async probe({ alice, bob, carol, register, keyQueue, group, label }) {
    const [adder, rival, client] = [await register(alice), await register(carol), await register(bob)]
    const queue = await keyQueue(client)
    const filled = await queue.fill(2)
    const receiver = label('alice')
    const own = taken(await queue.fetch(receiver), filled)
    const story = await group(adder, rival)
    const adding = { proposals: [{ type: 'add' as const, keyPackage: own.message }] }
    const late = await story.session(adder).prepare(adding)
    await story.commit(rival)
    const lost = await story.upload(late)
    const next = await queue.fetch(receiver)
    const twin = await story.upload(await story.session(adder).prepare(adding))
    return { packages: named({ 'the package': own }), lost, next, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ packages, lost, next }) => all(refused(lost), gave(next, 'the package', packages)),
})
