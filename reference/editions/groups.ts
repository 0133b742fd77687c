// Binds the operations on groups to their services, the same in both editions. A packet takes one way wherever it comes from;
// what concerns other gateways does nothing where there are none.

import type { Call, Handlers, Parts } from '../parts.ts'
import { octetsKey } from '../store/store.ts'
import { mlsRules } from './mls-rules.ts'

export const groupHandlers: Pick<
  Handlers,
  | 'createGroup'
  | 'uploadProposal'
  | 'listProposals'
  | 'uploadCommit'
  | 'controlMessages'
  | 'welcomeMessages'
  | 'groupInfo'
> = {
  async createGroup(parts, { application, caller, input, request }) {
    const { groups, ordering, forwarding, peers } = parts
    const from = peers.ofCaller(caller)
    const state = await groups.open(input, mlsRules(parts, application))
    if (ordering.isFollowed(application, state.groupId, from)) return { status: 200 }
    ordering.checkCreator(parts, application, { state, from })
    const group = ordering.assign(application, groups.create(application, state, input.groupInfo), from)
    forwarding.forward(parts, { application, group, from, packet: { route: 'groups', body: request.body, adds: [] } })
    return {
      status: 201,
      headers: [['location', `/apps/${application.id}/groups/${Buffer.from(group.id).toString('base64url')}`]],
    }
  },
  uploadProposal(parts, { application, caller, input: { groupId, packet }, request }) {
    const { groups, following, ordering, relaying, forwarding, peers, inTurn } = parts
    const from = peers.ofCaller(caller)
    return inTurn(turnOf(application.id, groupId), async () => {
      const group = await following.groupFor(parts, { application, groupId, from, packet })
      if (groups.isStored(group, packet) || following.isPast(group, from, packet)) return { status: 200 }
      const proposal = await groups.readProposal(group, packet, mlsRules(parts, application))
      await ordering.checkParties(parts, { application, group, from, packet })
      const upload = { application, group, from, packet: { route: 'proposals', body: request.body, adds: [] } } as const
      const status = await relaying.settle(parts, upload)
      groups.propose(application, group, proposal)
      forwarding.forward(parts, upload)
      return { status }
    })
  },
  listProposals({ groups }, { application, input: { groupId } }) {
    const { proposals } = groups.find(application, groupId)
    return { status: 200, output: { messages: proposals.map(({ packet }) => packet) } }
  },
  uploadCommit(parts, { application, caller, input: { groupId, ...upload }, request }) {
    const { groups, keyPackages, invitations, following, ordering, relaying, forwarding, peers, inTurn } = parts
    const from = peers.ofCaller(caller)
    const packet = upload.commitPacket
    return inTurn(turnOf(application.id, groupId), async () => {
      const group = await following.groupFor(parts, { application, groupId, from, packet })
      if (groups.isFollowed(group, packet) || following.isPast(group, from, packet)) return { status: 200 }
      const effect = await groups.readCommit(group, upload, mlsRules(parts, application))
      await ordering.checkParties(parts, { application, group, from, packet })
      const used = effect.added.map(({ ref }) => octetsKey(ref))
      // What the ordering gateway has accepted is no longer a follower's to refuse for that.
      if (!ordering.isForwarded({ group, from })) keyPackages.checkUnspent(application, used)
      const added = effect.added.map(({ handle }) => handle)
      const accepted = {
        application,
        group,
        from,
        packet: { route: 'epochs', body: request.body, adds: added },
      } as const
      const status = await relaying.settle(parts, accepted)
      // Another group may have used one meanwhile; what the ordering gateway has accepted can no longer be refused.
      if (ordering.isOrderedHere(group)) keyPackages.checkUnspent(application, used)
      // Everything is checked: from here on nothing waits and nothing is refused.
      const { state } = groups.follow(application, group, { effect, upload })
      if (upload.welcomePacket !== undefined) {
        const joining = { welcome: upload.welcomePacket, ratchetTree: state.ratchetTree }
        const kept = added.filter((identifier) => ordering.isKept(parts, { application, group }, identifier))
        invitations.register(application, kept, joining)
      }
      keyPackages.advance(application, used)
      forwarding.forward(parts, accepted)
      return { status }
    })
  },
  controlMessages({ groups }, { application, input: { groupId, startEpochId, endEpochId } }) {
    const group = groups.find(application, groupId)
    return {
      status: 200,
      output: { messages: groups.controlMessages(group, { start: startEpochId, end: endEpochId }) },
    }
  },
  welcomeMessages(parts, call) {
    const { clients, invitations, ordering, peers } = parts
    const { application, caller } = call
    const from = peers.ofCaller(caller)
    const identifier = from === undefined ? ownClient(parts, call) : ordering.clientOf(parts, from, call)
    const invited = invitations.of(application, identifier)
    if (invited.length === 0 && from === undefined) clients.findHandle(application, identifier)
    return { status: 200, output: { joinInfos: invited.map(({ welcome, ratchetTree }) => ({ welcome, ratchetTree })) } }
  },
  groupInfo({ groups }, { application, input: { groupId } }) {
    const { groupInfo, state } = groups.find(application, groupId)
    const groupInfos = groupInfo === undefined ? [] : [{ groupInfo, ratchetTree: state.ratchetTree }]
    return { status: 200, output: { groupInfos } }
  },
}

function ownClient({ domains, naming }: Parts, { application, input }: Call<'welcomeMessages'>): Uint8Array {
  const { clientHandle: handle, domain } = input
  domains.checkGiven(domain)
  const { configuration } = application
  return naming.identifierOf(configuration, { handle, domain: domains.homeOf(configuration, domain) })
}

function turnOf(appId: string, groupId: Uint8Array): string {
  return `${appId}/${octetsKey(groupId)}`
}
