// A group has exactly one address: its id in canonical, unpadded base64url (HX-05, reading A-04).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { rewriteTarget } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/group-id-in-path',
  story: "An application server asks for the proposals of Alice's group at addresses that a lax reader would take",
  world: oneDomain,
  async probe({ appServer, alice, register, world }) {
    await register(alice)
    const unique = world.random.branch('group id').bytes(9)
    // One octet more than a multiple of three, so that there is padding to add and there are unused bits to set.
    const groupId = new Uint8Array([0xfb, 0xff, 0xbf, ...unique, 0x40])
    achieved(await appServer.createGroup(await (await alice.createGroup(groupId)).export()))
    const address = Buffer.from(groupId).toString('base64url')
    const standard = Buffer.from(groupId).toString('base64').replaceAll('=', '')
    const spellings = [
      `${address}==`,
      `${address}%3D%3D`,
      standard.replaceAll('/', '%2F'),
      encodeURIComponent(standard),
      `${address.slice(0, -1)}B`,
    ]
    const elsewhere = []
    for (const spelling of spellings)
      elsewhere.push(
        await appServer.listProposals(
          { groupId },
          rewriteTarget((target) => target.replace(address, spelling)),
        ),
      )
    const twin = await appServer.listProposals({ groupId })
    return { elsewhere, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ elsewhere }) => each(elsewhere, refused),
})
