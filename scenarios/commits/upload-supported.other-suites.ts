// A group works in every declared cipher suite: who joins by what the gateway serves can commit, and all can follow (CM-01).
import { accepted, each } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { groupStory } from '../../harness/probe/group.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import type { Stage } from '../../harness/probe/stage.ts'
import { defineScenario, type Fact } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { type Answer, isAccepted } from '../../simulator/answer.ts'

/** Alice creates, adds Bob and commits; Bob joins by what is served and commits in his turn. Ends where a step is refused. */
async function liveGroup({ alice, bob, appServer, register, groupId }: Stage) {
  const steps: Answer[] = []
  const taken = (step: Answer) => {
    steps.push(step)
    return isAccepted(step)
  }
  const states = await finding(async (): Promise<Fact[]> => {
    const own = await bob.keyPackage()
    await register(bob)
    const hers = await alice.createGroup(groupId('plans'))
    if (!taken(await appServer.createGroup(await hers.export()))) return []
    const story = groupStory(hers.groupId, await register(alice), hers)
    const adding = await hers.prepare({ proposals: [{ type: 'add', keyPackage: own.message }] })
    if (!taken(await story.upload(adding))) return []
    adding.apply()
    const invited = await appServer.welcomeMessages({ clientHandle: bob.handle })
    if (!taken(invited)) return []
    const his = await joinByWelcome(bob, own, invited)
    const turn = await his.prepare()
    if (!taken(await story.upload(turn))) return []
    turn.apply()
    await hers.receive(turn.upload.commitPacket)
    return [hers, his].map(sharedState)
  })
  return { steps, states }
}

export default defineScenario({
  requirement: 'commits/upload-supported',
  story: 'In every further cipher suite of the target Alice creates a group and adds Bob, who joins and commits',
  world: oneDomain,
  otherSuites: true,
  async probe(stage) {
    const steps: Answer[] = []
    const states: Fact[] = []
    for (const other of await stage.inOtherSuites()) {
      const lived = await liveGroup(other)
      steps.push(...lived.steps)
      states.push(lived.states)
    }
    return { steps, states }
  },
  judge: ({ steps, states }) =>
    all(
      each(steps, accepted),
      ...states.map((state) => {
        const [first] = Array.isArray(state) ? state : []
        return equal(state, [first ?? null, first ?? null], 'states of Alice and Bob')
      }),
    ),
})
