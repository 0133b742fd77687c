// A client that is edited has no more than 256 tags either (PX-11).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

const limit = 256

export default defineScenario({
  requirement: 'limits/tags',
  story: 'Alice has 255 tags; an application server adds two, then one',
  world: oneDomain,
  needs: ['edit-client'],
  async probe({ appServer, alice, register, label }) {
    const tags = [alice.tag, ...Array.from({ length: limit - 2 }, (_, index) => label(`tag ${index}`))]
    const { clientId } = await register(alice, { tags })
    const before = await appServer.findClients({ tag: alice.tag })
    const edit = (tagsToAdd: string[], tagsToRemove: string[] = []) =>
      appServer.editClient({ clientId, clientHandle: alice.handle, tagsToAdd, tagsToRemove })
    const over = await edit([label('next'), label('last')])
    const after = await appServer.findClients({ tag: alice.tag })
    const exact = await edit([label('next')])
    const exchanged = await edit([label('last')], [label('tag 0')])
    return { before, over, after, exact, exchanged }
  },
  controls: ({ before }) => accepted(before),
  judge: ({ before, over, after, exact, exchanged }) =>
    all(refused(over), unchanged(before, after), accepted(exact), accepted(exchanged)),
})
