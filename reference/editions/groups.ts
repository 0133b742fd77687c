// Binds the operations on groups to their services, the same in both editions.

import type { Handlers } from '../parts.ts'
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
  async createGroup(parts, { application, input }) {
    const state = await parts.groups.open(input, mlsRules(parts, application))
    const { id } = parts.groups.create(application, state, input.groupInfo)
    return {
      status: 201,
      headers: [['location', `/apps/${application.id}/groups/${Buffer.from(id).toString('base64url')}`]],
    }
  },
  uploadProposal(parts, { application, input: { groupId, packet } }) {
    const { groups, inTurn } = parts
    return inTurn(turnOf(application.id, groupId), async () => {
      const group = groups.find(application, groupId)
      if (groups.isStored(group, packet)) return { status: 200 }
      const proposal = await groups.readProposal(group, packet, mlsRules(parts, application))
      groups.propose(application, group, proposal)
      return { status: 201 }
    })
  },
  listProposals({ groups }, { application, input: { groupId } }) {
    const { proposals } = groups.find(application, groupId)
    return { status: 200, output: { messages: proposals.map(({ packet }) => packet) } }
  },
  uploadCommit(parts, { application, input: { groupId, ...upload } }) {
    const { groups, keyPackages, invitations, inTurn } = parts
    return inTurn(turnOf(application.id, groupId), async () => {
      const group = groups.find(application, groupId)
      if (groups.isFollowed(group, upload.commitPacket)) return { status: 200 }
      const effect = await groups.readCommit(group, upload, mlsRules(parts, application))
      const used = effect.added.map(({ ref }) => octetsKey(ref))
      keyPackages.checkUnspent(application, used)
      // Everything is checked: from here on nothing waits and nothing is refused.
      const { state } = groups.follow(application, group, { effect, upload })
      if (upload.welcomePacket !== undefined) {
        const joining = { welcome: upload.welcomePacket, ratchetTree: state.ratchetTree }
        invitations.register(
          application,
          effect.added.map(({ handle }) => handle),
          joining,
        )
      }
      keyPackages.advance(application, used)
      return { status: 201 }
    })
  },
  controlMessages({ groups }, { application, input: { groupId, startEpochId, endEpochId } }) {
    const group = groups.find(application, groupId)
    return {
      status: 200,
      output: { messages: groups.controlMessages(group, { start: startEpochId, end: endEpochId }) },
    }
  },
  welcomeMessages({ clients, domains, invitations, naming }, { application, input: { clientHandle: handle, domain } }) {
    const { configuration } = application
    domains.checkGiven(domain)
    const identifier = naming.identifierOf(configuration, { handle, domain: domains.homeOf(configuration, domain) })
    const invited = invitations.of(application, identifier)
    if (invited.length === 0) clients.findHandle(application, identifier)
    return { status: 200, output: { joinInfos: invited.map(({ welcome, ratchetTree }) => ({ welcome, ratchetTree })) } }
  },
  groupInfo({ groups }, { application, input: { groupId } }) {
    const { groupInfo, state } = groups.find(application, groupId)
    const groupInfos = groupInfo === undefined ? [] : [{ groupInfo, ratchetTree: state.ratchetTree }]
    return { status: 200, output: { groupInfos } }
  },
}

function turnOf(appId: string, groupId: Uint8Array): string {
  return `${appId}/${octetsKey(groupId)}`
}
