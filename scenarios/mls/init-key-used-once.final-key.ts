// The final key of a queue shares its init key with no package, whichever of both comes first (KP-B6; RFC 9420 section 16.8).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { forgeKeyPackage } from '../../mls/forge.ts'
import { initKeyOf } from '../../mls/key-package.ts'

export default defineScenario({
  requirement: 'mls/init-key-used-once',
  story:
    "Alice's application server sets a final key with the init key of a package, and uploads a package with that of a final key; then each with one of its own",
  world: oneDomain,
  needs: ['key-queues', 'final-keys'],
  async probe({ alice, label, register, keyQueue }) {
    const client = await register(alice)
    const [packagesFirst, finalFirst] = [
      await keyQueue(client, { appLabel: label('packages-first') }),
      await keyQueue(client, { appLabel: label('final-first') }),
    ]
    const [stored, kept] = [await alice.keyPackage(), await alice.keyPackage({ lastResort: true })]
    const [final, added] = [await alice.keyPackage({ lastResort: true }), await alice.keyPackage()]
    reached(await packagesFirst.update({ keyPackages: [stored.message] }))
    reached(await finalFirst.update({ finalKey: kept.message }))
    const before = [await packagesFirst.count(), await finalFirst.count()]
    const attempts = [
      await packagesFirst.update({
        finalKey: await forgeKeyPackage(final, { kind: 'init-key', key: initKeyOf(stored) }),
      }),
      await finalFirst.update({
        keyPackages: [await forgeKeyPackage(added, { kind: 'init-key', key: initKeyOf(kept) })],
      }),
    ]
    const after = [await packagesFirst.count(), await finalFirst.count()]
    const twins = [
      await packagesFirst.update({ finalKey: final.message }),
      await finalFirst.update({ keyPackages: [added.message] }),
    ]
    return { before, attempts, after, twins }
  },
  controls: ({ twins }) => each(twins, accepted),
  judge: ({ before, attempts, after }) => all(each(attempts, refused), allUnchanged(before, after)),
})
