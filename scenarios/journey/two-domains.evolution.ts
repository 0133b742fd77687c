// A group of two domains goes on from both sides; each client follows what the gateway of its own domain serves.
import { all } from '../../harness/match/judgement.ts'
import { heldAlike } from '../../harness/match/same-group.ts'
import { equal } from '../../harness/match/value.ts'
import {
  commitVia,
  followTo,
  groupAcross,
  heldAt,
  invitedAt,
  proposeVia,
  readingFrom,
} from '../../harness/probe/across.ts'
import { finding, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-relays',
  story:
    'Carol of the other domain proposes Bob and Alice commits it; Carol updates; Alice removes her, and she reads nothing more; Dave of her domain joins later',
  world: twoDomains,
  async probe(stage) {
    const { appServer, farServer, bob, dave, register } = stage
    const { groupId, hers, theirs } = await groupAcross(stage)
    const [bert, dan] = [await register(bob), await register(dave)]
    const [his, daves] = [await bob.keyPackage(), await dave.keyPackage()]

    const facts = await finding(async () => {
      await proposeVia(theirs, { type: 'add', keyPackage: his.message })
      await followTo(stage, hers, 1n)
      await commitVia(hers)
      const session = await joinByWelcome(bob, his, await invitedAt(stage, appServer, bob))
      const second = { client: bert, session }
      await followTo(stage, theirs, 2n)
      await commitVia(theirs)
      for (const one of [hers, second]) await followTo(stage, one, 3n)
      const together = [hers, second, theirs].map((one) => sharedState(one.session))
      const heard = await theirs.session.decrypt(await hers.session.encrypt('Welcome, all'))

      const { leafIndex } = theirs.session.describe()
      await commitVia(hers, { proposals: [{ type: 'remove', leafIndex }] })
      await followTo(stage, second, 4n)
      const secret = await hers.session.encrypt('Carol is gone')
      const bobReads = await session.decrypt(secret)
      const before = await finding(() => theirs.session.decrypt(secret))
      const carolIs = await followTo(stage, theirs, 4n)
      const carolReads = [before, await finding(() => theirs.session.decrypt(secret))].includes('Carol is gone')

      await commitVia(hers, { proposals: [{ type: 'add', keyPackage: daves.message }] })
      const late = await joinByWelcome(dave, daves, await invitedAt(stage, farServer, dave))
      await commitVia({ client: dan, session: late })
      for (const one of [hers, second]) await followTo(stage, one, 6n)
      const atLast = [hers.session, session, late].map(sharedState)
      const daveSays = await session.decrypt(await late.encrypt('Sorry, I am late'))
      return { together, heard, bobReads, carolIs, carolReads, atLast, daveSays }
    })
    await heldAt(stage, farServer, { groupId, epoch: 6n })
    const [here, there] = [appServer, farServer].map((server) => readingFrom(server, { groupId, from: 2n }))
    return { facts, here: (await here) ?? [], there: (await there) ?? [] }
  },
  judge({ facts, here, there }) {
    if (typeof facts === 'string') return equal(facts, 'every client follows', 'the clients')
    const { together, atLast, ...rest } = facts
    const [first] = together
    const [last] = atLast
    const said = { heard: 'Welcome, all', bobReads: 'Carol is gone', carolIs: 'removed', carolReads: false }
    return all(
      equal(together, [first, first, first], 'states of Alice, Bob and Carol'),
      equal(rest, { ...said, daveSays: 'Sorry, I am late' }, 'what the clients find'),
      equal(atLast, [last, last, last], 'states of Alice, Bob and Dave'),
      heldAlike(here, there),
    )
  },
})
