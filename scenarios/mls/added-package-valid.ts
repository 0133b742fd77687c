// Who is added is added by a valid key package (PL-01; RFC 9420 sections 10.1 and 12.1.1).

import { refusedCommits, refusedForwardedCommits, refusedProposals } from '../../harness/ingest/refused-in-room.ts'
import type { Room } from '../../harness/ingest/room.ts'
import type { Variants } from '../../harness/scenario.ts'
import { forgeKeyPackage, type KeyPackageFlaw } from '../../mls/forge.ts'
import type { Person } from '../../simulator/person.ts'

const requirement = 'mls/added-package-valid'
const needs = ['basic'] as const
const unsigned: KeyPackageFlaw = { kind: 'bad-signature' }
const otherSuite: KeyPackageFlaw = { kind: 'suite', cipherSuite: 5 }

async function addOf(person: Person, flaw?: KeyPackageFlaw) {
  const own = await person.keyPackage()
  return { type: 'add', keyPackage: flaw ? await forgeKeyPackage(own, flaw) : own.message } as const
}

const inCommits = ({ commit }: Room, flaws: readonly (readonly [Person, string, KeyPackageFlaw])[]) =>
  flaws.map(([person, name, flaw]) => ({
    name,
    wrong: async () => commit({ proposals: [await addOf(person, flaw)] }),
    right: async () => commit({ proposals: [await addOf(person)] }),
  }))

export default {
  proposal: refusedProposals({
    requirement,
    needs,
    story: 'Alice proposes to add Bob by a key package that he has not signed, and Carol by one of another suite',
    others: 0,
    trials: ({ session, second, third }) =>
      [
        { name: 'unsigned', person: second.person, flaw: unsigned },
        { name: 'other suite', person: third.person, flaw: otherSuite },
      ].map(({ name, person, flaw }) => ({
        name,
        wrong: async () => session().propose(await addOf(person, flaw)),
        right: async () => session().propose(await addOf(person)),
      })),
  }),
  'by-value': refusedCommits({
    requirement,
    needs,
    story: 'Alice adds Bob by a key package that he has not signed, and Carol by one of another suite',
    others: 0,
    trials: (room) =>
      inCommits(room, [
        [room.second.person, 'unsigned', unsigned],
        [room.third.person, 'other suite', otherSuite],
      ]),
  }),
  forwarded: refusedForwardedCommits({
    requirement,
    story:
      "Carol's gateway forwards a commit that adds Alice by a key package that she has not signed; then a good one",
    others: 1,
    trials: (room) => inCommits(room, [[room.third.person, 'unsigned', unsigned]]),
  }),
} satisfies Variants
