// A gateway that is brought a packet of a group it has never heard of starts in the middle, from what its ordering gateway shows.
import { accepted, acceptedWith } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { withheld } from '../../harness/match/key-package.ts'
import { equal, sameMembers } from '../../harness/match/value.ts'
import { catchUp } from '../../harness/probe/catch-up.ts'
import { finding, octets, sharedState } from '../../harness/probe/finding.ts'
import { joinByWelcome } from '../../harness/probe/joining.ts'
import { named, only } from '../../harness/probe/packages.ts'
import { takesPackets } from '../../harness/probe/peer-group.ts'
import { growUnmerged, messagesFrom, playGroup, showsGroup } from '../../harness/probe/played-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { achieved } from '../../harness/unreachable.ts'
import { withPeer } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-catches-up',
  story:
    "Carol's gateway brings a proposal of a group of which it never told, with Bob among its members and others unmerged; he joins, and the group goes on",
  world: withPeer,
  needs: ['key-queues'],
  async probe({ appServer, domain, peer, alice, bob, carol, dave, mallory, register, keyQueue, label, groupId }) {
    takesPackets(peer)
    const queue = await keyQueue(await register(bob))
    const own = only(await queue.fill(1))
    const fetch = () =>
      appServer.retrieveKeyPackage({
        clientId: queue.client.clientId,
        receiver_client_id: label('carol'),
        ...{ protocolVersion: queue.protocolVersion, cipherSuite: queue.cipherSuite, appLabel: queue.appLabel },
        domain: domain.name,
      })
    achieved(await fetch())
    const group = await playGroup(await carol.createGroup(groupId('played')))
    const later = [await alice.keyPackage(), own] as const
    const invitation = await growUnmerged(group, { first: [alice, bob, dave], later })
    await group.propose({ type: 'add', keyPackage: (await mallory.keyPackage()).message })
    await group.commit()
    const waiting = await group.propose({ type: 'remove', leafIndex: 1 })
    showsGroup(peer, group, invitation)
    const { upload: adding, ratchetTree } = invitation
    const askedAbout = new Set<string>()
    peer.on('welcomeMessages', ({ input: { clientHandle } }) => {
      askedAbout.add(octets(clientHandle))
      return { joinInfos: [{ welcome: adding.welcomePacket ?? new Uint8Array(), ratchetTree }] }
    })
    const packet = await group.propose({ type: 'remove', leafIndex: 3 })
    const id = group.groupId
    const brought = await peer.calls.uploadProposal({ groupId: id, packet })
    const again = await fetch()
    const proposals = await appServer.listProposals({ groupId: id })
    const log = await appServer.controlMessages({ groupId: id, startEpochId: 0n })
    const info = await appServer.groupInfo({ groupId: id })
    const invited = await appServer.welcomeMessages({ clientHandle: bob.handle })
    const joined = await finding(async () => {
      const session = await joinByWelcome(bob, own, invited)
      await catchUp(session, appServer)
      return sharedState(session)
    })
    const { upload } = await group.session.prepare()
    return {
      ...{ packages: named({ 'the package that was used': own }), brought, again },
      ...{
        proposals,
        wanted: [waiting, packet].map(octets),
        log,
        commits: messagesFrom(group.accepted().entries, 1n).map(octets),
      },
      ...{
        info,
        joined,
        others: [carol, dave].map(({ handle }) => octets(handle)).filter((handle) => askedAbout.has(handle)),
        state: sharedState(group.session),
        goesOn: await peer.calls.uploadCommit({ groupId: id, ...upload }),
      },
    }
  },
  judge: ({ packages, brought, again, proposals, wanted, log, commits, joined, others, state, goesOn }) =>
    all(
      accepted(brought),
      withheld(again, 'the package that was used', packages),
      acceptedWith(proposals, ({ messages }) =>
        sameMembers(messages.map(octets), wanted, `${proposals.exchange.id}.messages`),
      ),
      acceptedWith(log, ({ messages }) => equal(messages.map(octets), commits, `${log.exchange.id}.messages`)),
      equal(joined, state, "Bob's state"),
      equal(others, [], 'clients of other gateways whose welcomes were asked for'),
      accepted(goesOn),
    ),
})
