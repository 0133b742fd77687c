// Who is turned away for want of a credential is told what kind is wanted (HX-15; RFC 9110, section 15.5.2).
import { accepted, answered, each, header } from '../../harness/match/answer.ts'
import { setHeader } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/challenge',
  story:
    'Somebody searches on either interface without a credential, with an unknown one, and with one that is malformed',
  world: oneDomain,
  credentials: true,
  async probe({ appServer, domain, alice, register, label }) {
    await register(alice)
    const answers = []
    for (const endpoint of [domain.internal, domain.external])
      for (const credential of [undefined, `Bearer ${label('nobody')}`, 'Bearer', 'Basic bm9ib2R5Og=='])
        answers.push(
          await appServer.with({ endpoint }).findClients({ tag: alice.tag }, setHeader('authorization', credential)),
        )
    return { answers, twin: await appServer.findClients({ tag: alice.tag }) }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ answers }) =>
    each(answers, (answer) => (answer.status === 401 ? header(answer, 'www-authenticate') : answered(answer))),
})
