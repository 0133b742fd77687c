// After a commit the gateway judges by the new tree and the new context (CM-06).
import { accepted, each } from '../../harness/match/answer.ts'
import { equal } from '../../harness/match/value.ts'
import { sharedState } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'commits/tree-and-context-follow',
  story: 'Alice adds Bob, Bob adds Carol, Carol removes Alice, Bob updates; each commit rests on the one before',
  world: oneDomain,
  async probe({ alice, bob, carol, register, group }) {
    const anna = await register(alice)
    for (const person of [bob, carol]) await register(person)
    const story = await group(anna)
    const [bobs, carols] = [await bob.keyPackage(), await carol.keyPackage()]

    const hers = story.session(anna)
    const first = await hers.prepare({ proposals: [{ type: 'add', keyPackage: bobs.message }] })
    achieved(await story.upload(first))
    const { welcomePacket: welcome = new Uint8Array() } = first.upload
    const his = await bob.join(bobs, { welcome, ratchetTree: first.ratchetTree })

    const second = await his.prepare({ proposals: [{ type: 'add', keyPackage: carols.message }] })
    second.apply()
    const { welcomePacket: invitation = new Uint8Array() } = second.upload
    const theirs = await carol.join(carols, { welcome: invitation, ratchetTree: second.ratchetTree })

    const third = await theirs.prepare({ proposals: [{ type: 'remove', leafIndex: 0 }] })
    third.apply()
    await his.receive(third.upload.commitPacket)
    const fourth = await his.prepare()
    fourth.apply()
    await theirs.receive(fourth.upload.commitPacket)

    const committed = []
    for (const prepared of [second, third, fourth]) committed.push(await story.upload(prepared))
    return { committed, states: [his, theirs].map(sharedState) }
  },
  controls: ({ states }) => equal(states[0], states[1], 'states of Bob and Carol'),
  judge: ({ committed }) => each(committed, accepted),
})
