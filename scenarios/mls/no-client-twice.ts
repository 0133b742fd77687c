// One client is in a group once; who is removed may come back in the same commit (PL-12; RFC 9420 section 12.2).
import { refusedCommits } from '../../harness/ingest/refused-in-room.ts'
import type { Registered } from '../../harness/probe/registration.ts'
import type { Variants } from '../../harness/scenario.ts'
import type { Person } from '../../simulator/person.ts'

const requirement = 'mls/no-client-twice'
const needs = ['basic'] as const

async function addOf(person: Person, identity = person.handle) {
  return { type: 'add', keyPackage: (await person.keyPackage({ identity })).message } as const
}

export default {
  'by-value': refusedCommits({
    requirement,
    needs,
    story: 'Alice adds Carol twice, once by a second client under her handle; then once',
    others: 1,
    async trials({ stage: { mallory }, commit, third }) {
      const [first, second] = [await addOf(third.person), await addOf(mallory, third.person.handle)]
      return [
        {
          name: 'added twice',
          wrong: () => commit({ proposals: [first, second] }),
          right: () => commit({ proposals: [first] }),
        },
      ]
    },
  }),
  'by-reference': refusedCommits({
    requirement,
    needs,
    story: 'Bob proposes to add Carol and a second client under her handle; Alice commits both, then one of them',
    others: 1,
    async trials({ stage: { mallory }, story, commit, second, third }) {
      await story.propose(second, await addOf(third.person))
      return [
        {
          name: 'added twice',
          wrong: async () => commit({ proposals: [await addOf(mallory, third.person.handle)] }),
          right: () => commit(),
        },
      ]
    },
  }),
  'a-member': refusedCommits({
    requirement,
    needs,
    story:
      'Alice adds a second client under the handle of Bob, who is a member; then she removes Bob in the same commit',
    async trials({ stage: { mallory }, commit, leafOf, second }) {
      const again = await addOf(mallory, second.person.handle)
      return [
        {
          name: 'added again',
          wrong: () => commit({ proposals: [again] }),
          right: () => commit({ proposals: [{ type: 'remove', leafIndex: leafOf(second) }, again] }),
        },
      ]
    },
  }),
  'beside-a-removal': refusedCommits({
    requirement,
    needs,
    story:
      'Alice adds a second client under the handle of Bob, who is a member, and removes Carol in the same commit; then she removes Bob in place of Carol',
    async trials({ stage: { mallory }, commit, leafOf, second, third }) {
      const again = await addOf(mallory, second.person.handle)
      const removing = (other: Registered) =>
        commit({ proposals: [{ type: 'remove', leafIndex: leafOf(other) }, again] })
      return [{ name: 'added again', wrong: () => removing(third), right: () => removing(second) }]
    },
  }),
} satisfies Variants
