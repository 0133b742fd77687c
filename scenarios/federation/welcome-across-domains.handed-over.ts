// The gateway of a client whom this domain has added is given its welcome: with the commit, or when it asks (AR-17).

import { hasReceived } from '../../harness/match/passed-on.ts'
import { holds } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'federation/welcome-across-domains',
  story: 'Alice adds Carol of another domain; the gateway of that domain looks for her welcome',
  world: withPeer,
  async probe({ peer, alice, carol, register, group }) {
    takesPackets(peer)
    const anna = await register(alice)
    const story = await group(anna)
    const { message: keyPackage } = await carol.keyPackage()
    const prepared = await story.session(anna).prepare({ proposals: [{ type: 'add', keyPackage }] })
    const added = achieved(await story.upload(prepared), 'A-39')
    const asked = await peer.askedFor('uploadCommit')
    const invited = await peer.calls.welcomeMessages({ clientHandle: carol.handle })
    return { added, asked, invited, welcome: octets(prepared.upload.welcomePacket ?? new Uint8Array()) }
  },
  judge: ({ added, asked, invited, welcome }) =>
    holds(cameWith(added, asked) || isAmong(invited, welcome), {
      expected: 'the welcome in the forwarded commit or among the welcome messages',
      actual: 'neither there nor there',
      at: `${invited.exchange.id} and what the peer was asked`,
    }),
})

function cameWith(added: Answer, asked: readonly Answer[]): boolean {
  return hasReceived(asked, added, ['commitPacket', 'welcomePacket']).findings.length === 0
}

function isAmong({ value }: Answer<'welcomeMessages'>, wanted: string): boolean {
  return value?.joinInfos.some(({ welcome }) => octets(welcome) === wanted) ?? false
}
