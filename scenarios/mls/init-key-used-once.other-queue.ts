// An init key is for one key package among all queues of a client, whatever is emptied (KP-B6; RFC 9420 section 16.8).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'
import { initKeyOf } from '../../mls/key-package.ts'

export default defineScenario({
  requirement: 'mls/init-key-used-once',
  story:
    "Alice's application server resets one queue with a key package whose init key another queue's package has, then with one of its own",
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ alice, label, register, keyQueue }) {
    const client = await register(alice)
    const calls = await keyQueue(client, { appLabel: label('calls') })
    const chat = await keyQueue(client, { appLabel: label('chat') })
    const [first, second] = [await alice.keyPackage(), await alice.keyPackage()]
    reached(await calls.update({ keyPackages: [first.message] }))
    const again = await forgeKeyPackage(second, { kind: 'init-key', key: initKeyOf(first) })
    const before = await chat.count()
    const attack = await chat.update({ keyPackages: [again], isReset: true })
    const after = await chat.count()
    const twin = await chat.update({ keyPackages: [second.message], isReset: true })
    return { before, attack, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, attack, after }) => all(refused(attack), unchanged(before, after)),
})
