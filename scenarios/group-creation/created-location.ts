// A new group is answered with 201 and a Location that names it (GR-12).
import { header, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'group-creation/created-location',
  story: 'Alice creates a group',
  world: oneDomain,
  async probe({ appServer, alice, register, groupId }) {
    await register(alice)
    const id = groupId('plans')
    const created = await appServer.createGroup(await (await alice.createGroup(id)).export())
    return { created, path: `/apps/${appServer.appId}/groups/${Buffer.from(id).toString('base64url')}` }
  },
  judge: ({ created, path }) => all(status(created, 201), header(created, 'location', new RegExp(`${path}$`, 'i'))),
})
