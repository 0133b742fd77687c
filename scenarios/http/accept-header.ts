// Who does not want JSON gets JSON called JSON, or a 406; never something under a wrong name (HX-10).
import { answered } from '../../harness/match/answer.ts'
import { all, type Judgement } from '../../harness/match/judgement.ts'
import { holds } from '../../harness/match/value.ts'
import { setHeader } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'http/accept-header',
  story: 'A search that is fine and one that is not are sent by callers who accept web pages, XML or pictures',
  world: oneDomain,
  async probe({ appServer, alice, register, world }) {
    await register(alice)
    const nobodys = appServer.with({ appId: world.random.branch('an application nobody defined').uuid() })
    const answers = []
    for (const type of ['text/html', 'application/xml;q=0.9', 'image/png']) {
      answers.push(await appServer.findClients({ tag: alice.tag }, setHeader('accept', type)))
      answers.push(await nobodys.findClients({ tag: alice.tag }, setHeader('accept', type)))
    }
    return { answers }
  },
  judge: ({ answers }) => all(...answers.map(labelled)),
})

function labelled(answer: Answer): Judgement {
  const { response, id } = answer.exchange
  if (!response || response.status === 406 || response.body.length === 0) return answered(answer)
  const type = response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'nothing'
  const isJson = answer.json !== undefined
  return holds(isJson && /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type), {
    expected: 'JSON called JSON, or 406',
    actual: `${isJson ? 'JSON' : 'something else'} called ${type}`,
    at: `${id}.headers`,
  })
}
