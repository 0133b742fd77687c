// Where there are no domains, one client of the application holds a handle (X5-15).
import { accepted, refused } from '../../harness/match/answer.ts'
import { findsIds } from '../../harness/match/client.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineX509Application, handleFromLeaf } from '../../harness/probe/x509-application.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'

const flags = { supportsAccounts: false, supportsDomains: false }

export default defineScenario({
  requirement: 'x509-identity-provider/handle-unique-without-domains',
  story: 'The handle of Alice is registered twice, then that of Bob, then hers once more',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const { alice, bob, label } = stage
    const { server } = await defineX509Application(stage, flags, handleFromLeaf(stage))
    const tags = [label('x509')]
    const register = (clientHandle: Uint8Array) => server.registerClient({ clientHandle, tags })
    const first = await register(alice.handle)
    const second = await register(alice.handle)
    const other = await register(bob.handle)
    const third = await register(alice.handle)
    return { first, second, other, third, found: await server.findClients({ tag: tags[0] ?? '' }) }
  },
  controls: ({ first, other }) => all(accepted(first), accepted(other)),
  judge: ({ first, second, other, third, found }) =>
    all(refused(second), refused(third), findsIds(found, [first, other])),
})
