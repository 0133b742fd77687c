// An application server changes nothing in an application that is not its own (AR-06): groups.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoApplications } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-foreign-writes',
  story: "Another application's server proposes and commits in Alice's group and starts one in her application",
  world: twoApplications,
  credentials: true,
  needs: ['groups'],
  async probe({ appServer, otherAppServer, alice, bob, register, group, groupId }) {
    const [creator, member] = [await register(alice), await register(bob)]
    const chat = await group(creator, member)
    const packet = await chat.session(member).propose({ type: 'update' })
    await chat.session(creator).receive(packet)
    const { upload } = await chat.session(creator).prepare()
    const other = await (await alice.createGroup(groupId('another group'))).export()
    const at = { groupId: chat.groupId }
    const writes = async (caller: ApplicationServer) => [
      await caller.uploadProposal({ ...at, packet }),
      await caller.uploadCommit({ ...at, ...upload }),
      await caller.createGroup(other),
    ]
    const before = [await chat.proposals(), await chat.controlMessages(0n)]
    const foreign = await writes(otherAppServer.with({ appId: appServer.appId }))
    const after = [await chat.proposals(), await chat.controlMessages(0n)]
    const twins = await writes(appServer)
    return { before, foreign, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, foreign, after }) => all(each(foreign, refused), allUnchanged(before, after)),
})
