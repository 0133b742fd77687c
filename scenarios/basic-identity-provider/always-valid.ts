// Any text is a handle: the Basic provider has no rules on what one looks like (BP-02).
import { accepted, each } from '../../harness/match/answer.ts'
import { finds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'basic-identity-provider/always-valid',
  story: 'An application server registers handles with blanks, signs, other scripts and the characters X.509 forbids',
  world: oneDomain,
  async probe({ appServer, label }) {
    const unique = label('x')
    const shapes = [
      '',
      ' ',
      'alice@example.org/',
      '#@/$:',
      '..%2F',
      '"\\{}',
      'Ωμέγα ',
      '用户',
      '🙂',
      '\u200b',
      '\u0001',
      '\n',
    ]
    // Numbered, so that they stay apart for a gateway that compares handles in a way of its own (BP-06).
    const handles = shapes.flatMap((shape, index) => [`${shape}${index}${unique}`, `${unique}${index}${shape}`])
    const registered = []
    const found = []
    for (const [index, handle] of handles.entries()) {
      const tag = label(`handle ${index}`)
      registered.push(await appServer.registerClient({ clientHandle: new TextEncoder().encode(handle), tags: [tag] }))
      found.push(await appServer.findClients({ tag }))
    }
    return { registered, found, handles, tags: handles.map((_, index) => label(`handle ${index}`)) }
  },
  judge: ({ registered, found, handles, tags }) =>
    all(
      each(registered, accepted),
      ...registered.flatMap((one, index) => {
        const [shown, handle, tag] = [found[index], handles[index], tags[index]]
        return shown && handle !== undefined && tag ? [finds(shown, [{ registered: one, handle, tags: [tag] }])] : []
      }),
    ),
})
