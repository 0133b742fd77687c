// What is not there is not there in one way, on either interface (PX-12).

import { alike } from '../../harness/match/alike.ts'
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'
import type { Caller } from '../../simulator/caller.ts'

export default defineScenario({
  requirement: 'http/unknown-alike',
  story: 'Routes and applications that do not exist are asked for on the internal and on the external interface',
  world: oneDomain,
  async probe({ appServer, alice, register, domain, world }) {
    await register(alice)
    const unknownId = world.random.branch('an application nobody defined').uuid()
    const ask = async (caller: Caller) => [
      await caller.send({ target: `/apps/${unknownId}/clients?tag=x` }),
      await caller.send({ target: `/apps/${unknownId}/nothing` }),
      await caller.send({ target: '/nothing' }),
      await caller.send({ target: '/' }),
    ]
    const inside = await ask(appServer.caller)
    const outside = await ask(domain.stranger('external'))
    const twin = await appServer.findClients({ tag: alice.tag })
    return { inside, outside, twin, unknownId }
  },
  controls: ({ twin }) => accepted(twin),
  judge({ inside, outside, unknownId }) {
    const sameAsFirst = ([first, ...others]: readonly Answer[]) =>
      others.map((answer) =>
        first === undefined ? all() : alike({ answer: first, differsIn: unknownId }, { answer, differsIn: unknownId }),
      )
    return all(each([...inside, ...outside], refused), ...sameAsFirst(inside), ...sameAsFirst(outside))
  },
})
