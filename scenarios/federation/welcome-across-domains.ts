// Invitations from another domain, each with its own tree, at the gateway of the one who is invited.
import { acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal, sameMembers } from '../../harness/match/value.ts'
import { commitVia, invitedAt } from '../../harness/probe/across.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/welcome-across-domains',
  story:
    'Alice adds Carol of the other domain, with her neighbour Dave and without him, to two groups, and goes on in both',
  world: twoDomains,
  async probe(stage) {
    const { appServer, farServer, alice, carol, dave, register, groupId } = stage
    const client = await register(alice)
    for (const person of [carol, dave]) await register(person)
    const invitations: { welcome: string; ratchetTree: string }[] = []
    for (const [name, invited] of [
      ['calls', [carol, dave]],
      ['chat', [carol]],
    ] as const) {
      const session = await alice.createGroup(groupId(name))
      achieved(await appServer.createGroup(await session.export()))
      const packages = await Promise.all(invited.map((person) => person.keyPackage()))
      const proposals = packages.map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
      const { upload, ratchetTree } = await commitVia({ client, session }, { proposals })
      invitations.push({ welcome: octets(upload.welcomePacket ?? new Uint8Array()), ratchetTree: octets(ratchetTree) })
      await commitVia({ client, session })
    }
    const carols = await invitedAt(stage, farServer, carol, 2)
    return { invitations, carols, daves: await invitedAt(stage, farServer, dave) }
  },
  judge: ({ invitations, carols, daves }) =>
    all(
      ...[
        { answer: carols, expected: invitations },
        { answer: daves, expected: invitations.slice(0, 1) },
      ].map(({ answer, expected }) =>
        acceptedWith(answer, ({ joinInfos }) =>
          all(
            sameMembers(
              joinInfos.map(({ welcome }) => octets(welcome)),
              expected.map(({ welcome }) => welcome),
              `${answer.exchange.id}.joinInfos, their welcomes`,
            ),
            ...joinInfos.map(({ welcome, ratchetTree }) => {
              const own = expected.find((one) => one.welcome === octets(welcome))
              const at = `${answer.exchange.id}.joinInfos, a tree`
              return ratchetTree && own ? equal(octets(ratchetTree), own.ratchetTree, at) : all()
            }),
          ),
        ),
      ),
    ),
})
