// A key package is used in another domain; the queue at home moves on all the same.
import { all } from '../../harness/match/judgement.ts'
import { gave } from '../../harness/match/key-package.ts'
import { commitVia, invitedAt } from '../../harness/probe/across.ts'
import { numbered, taken } from '../../harness/probe/packages.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'key-queue-advancing/use-advances',
  story:
    'Alice adds Carol of the other domain with a key package she fetched there, and asks again as the same receiver; Bob did not use his',
  world: twoDomains,
  async probe(stage) {
    const { appServer, farServer, farDomain, alice, bob, carol, register, keyQueue, groupId } = stage
    const [anna, bert] = [await register(alice), await register(bob)]
    const queue = await keyQueue(await register(carol))
    const packages = await queue.fill(3, { expiresIn: 86_400n })
    const fetch = (receiver_client_id: string) => {
      const { protocolVersion, cipherSuite, appLabel } = queue
      const attributes = { protocolVersion, cipherSuite, appLabel, receiver_client_id, domain: farDomain.name }
      return appServer.retrieveKeyPackage({ clientId: queue.client.clientId, ...attributes })
    }
    const [first, bobs] = [await fetch(anna.clientId), await fetch(bert.clientId)]
    const own = taken(first, packages)
    const session = await alice.createGroup(groupId('advancing'))
    achieved(await appServer.createGroup(await session.export()))
    const unused = await fetch(anna.clientId)
    await commitVia({ client: anna, session }, { proposals: [{ type: 'add', keyPackage: own.message }] })
    await invitedAt(stage, farServer, carol)
    const used = numbered(packages)
    return {
      packages: used,
      first,
      bobs,
      unused,
      next: await fetch(anna.clientId),
      bobsStill: await fetch(bert.clientId),
    }
  },
  judge({ packages, first, bobs, unused, next, bobsStill }) {
    const names = Object.keys(packages)
    const given = ({ value }: typeof first) =>
      names.find((name) => packages[name] === (value ? Buffer.from(value.keyPackage).toString('base64') : undefined))
    const taken = [given(first), given(bobs)]
    const rest = names.filter((name) => !taken.includes(name))
    return all(
      gave(unused, given(first) ?? 'the same package', packages),
      gave(next, rest, packages),
      gave(bobsStill, given(bobs) ?? 'the same package', packages),
    )
  },
})
