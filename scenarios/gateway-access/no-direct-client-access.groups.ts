// Without a credential nobody reads or writes a group (AR-05).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'

export default defineScenario({
  requirement: 'gateway-access/no-direct-client-access',
  story: "Somebody without a credential reads Alice's group, proposes, commits and starts a group",
  world: oneDomain,
  credentials: true,
  needs: ['groups'],
  async probe({ appServer, alice, bob, register, group, groupId }) {
    const [creator, member] = [await register(alice), await register(bob)]
    const chat = await group(creator, member)
    const packet = await chat.session(member).propose({ type: 'update' })
    await chat.session(creator).receive(packet)
    const { upload } = await chat.session(creator).prepare()
    const other = await (await alice.createGroup(groupId('another group'))).export()
    const at = { groupId: chat.groupId }
    const attempts = async (caller: ApplicationServer) => [
      await caller.listProposals(at),
      await caller.controlMessages({ ...at, startEpochId: 0n }),
      await caller.groupInfo(at),
      await caller.welcomeMessages({ clientHandle: bob.handle }),
      await caller.uploadProposal({ ...at, packet }),
      await caller.uploadCommit({ ...at, ...upload }),
      await caller.createGroup(other),
    ]
    const before = [await chat.proposals(), await chat.controlMessages(0n)]
    const uninvited = await attempts(appServer.with({ name: 'stranger', token: undefined }))
    const after = [await chat.proposals(), await chat.controlMessages(0n)]
    const twins = await attempts(appServer)
    return { before, uninvited, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, uninvited, after }) => all(each(uninvited, refused), allUnchanged(before, after)),
})
