// The first half of the draft's example usage: from a tag to a message that only the two of them can read.
import { accepted } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved, reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'joining/welcomes-supported',
  story:
    'Alice finds Bob by his tag, fetches a key package of his and adds him to a group; he joins, and both say hello',
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ appServer, alice, bob, register, keyQueue, groupId: fresh, world }) {
    const { clientId: receiver_client_id } = await register(alice)
    const queue = await keyQueue(await register(bob))
    const [own] = await queue.fill(1)

    const [found] = reached(await appServer.findClients({ tag: bob.tag })).identities
    const { protocolVersion, appLabel } = queue
    const attributes = { protocolVersion, cipherSuite: world.cipherSuite, appLabel }
    const clientId = found?.clientId ?? ''
    const fetched = await appServer.retrieveKeyPackage({ clientId, receiver_client_id, ...attributes })

    const groupId = fresh('plans')
    const hers = await alice.createGroup(groupId)
    achieved(await appServer.createGroup(await hers.export()))
    const { keyPackage } = reached(fetched)
    const adding = await hers.prepare({ proposals: [{ type: 'add', keyPackage }] })
    achieved(await appServer.uploadCommit({ groupId, ...adding.upload }))
    adding.apply()

    const invited = await appServer.welcomeMessages({ clientHandle: bob.handle })
    const said = await finding(async () => {
      if (!own) throw new Error('Bob has no key package')
      const his = await joinByWelcome(bob, own, invited)
      const toBob = await his.decrypt(await hers.encrypt('Hello Bob'))
      const toAlice = await hers.decrypt(await his.encrypt('Hello Alice'))
      return { toBob, toAlice, state: sharedState(his) }
    })
    return { invited, said, state: sharedState(hers) }
  },
  judge: ({ invited, said, state }) =>
    all(
      accepted(invited),
      equal(said, { toBob: 'Hello Bob', toAlice: 'Hello Alice', state }, 'what Bob and Alice read'),
    ),
})
