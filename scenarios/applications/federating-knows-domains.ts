// What an application uploads at its gateway is of that gateway's domain, also where it federates with another (AR-02).
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'applications/federating-knows-domains',
  story: 'Alice uploads a key package that a federating domain certified under her handle, then one of her own domain',
  world: withPeer,
  async probe({ peer, alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const opening = await queue.update({ keyPackages: [(await alice.keyPackage()).message] })
    const before = await queue.count()
    const foreign = await queue.update({ keyPackages: [(await alice.keyPackage({ domain: peer.domain })).message] })
    const after = await queue.count()
    const own = await queue.update({ keyPackages: [(await alice.keyPackage()).message] })
    return { opening, before, foreign, after, own }
  },
  controls: ({ opening, own }) => all(accepted(opening), accepted(own)),
  judge: ({ before, foreign, after }) => all(refused(foreign), unchanged(before, after)),
})
