// Where handles are text, nobody is added to a group by an identity that is none (BP-05).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'basic-identity-provider/no-lossy-handles',
  story: 'Alice proposes to add somebody whose identity is no text, then somebody whose identity is one',
  world: oneDomain,
  needs: ['groups'],
  editions: ['2023-03-17'],
  async probe({ appServer, alice, bob, register, group, label }) {
    const anna = await register(alice)
    const story = await group(anna)
    const start = new TextEncoder().encode(label('bob'))
    const proposing = async (...more: number[]) => {
      const { message } = await bob.keyPackage({ identity: new Uint8Array([...start, ...more]) })
      return story.uploadProposal(await story.session(anna).propose({ type: 'add', keyPackage: message }))
    }
    const before = await readGroup(appServer, story.groupId)
    const attacks = [await proposing(0xff), await proposing(0xc3)]
    const after = await readGroup(appServer, story.groupId)
    return { before, attacks, after, twin: await proposing(0xef, 0xbf, 0xbd) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attacks, after }) => all(each(attacks, refused), allUnchanged(before, after)),
})
