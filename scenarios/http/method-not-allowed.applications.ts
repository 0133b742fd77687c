// The list of applications can be read and nothing else (HX-07; RFC 9110, section 15.5.6).
import { accepted, each, header, refused, status } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { setMethod } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/method-not-allowed',
  story: 'An application server posts to, puts and deletes the list of applications',
  world: oneDomain,
  needs: ['list-applications'],
  async probe({ appServer }) {
    const wrong = []
    for (const method of ['POST', 'PUT', 'DELETE']) wrong.push(await appServer.listApplications({}, setMethod(method)))
    const twin = await appServer.listApplications({})
    return { wrong, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ wrong }) =>
    all(
      each(wrong, refused),
      each(wrong, (answer) => status(answer, 405)),
      each(wrong, (answer) => header(answer, 'allow', /\bGET\b/)),
    ),
})
