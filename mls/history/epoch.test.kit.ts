// For the history tests only: what happens in an epoch, drawn by dice from what RFC 9420 allows at that point.
import { protectExternalProposalPublic } from 'ts-mls/messageProtectionPublic.js'
import type { Proposal } from 'ts-mls/proposal.js'
import type { SenderExternal, SenderNewMemberProposal } from 'ts-mls/sender.js'
import { readExternalSenders } from '../codec/extensions.ts'
import { writePublicMessage } from '../codec/message.ts'
import type { OwnKeyPackage } from '../key-package.ts'
import {
  type CommitOptions,
  commit,
  exportGroup,
  type GroupExtension,
  joinExternally,
  type Member,
  type ProposalValue,
  propose,
  seenReferences,
} from '../member.ts'
import { identityOf } from '../public/leaf-identity.ts'
import { packageOf } from '../world.test.kit.ts'
import type { Dice } from './dice.test.kit.ts'
import type { Room, SentCommit, SentProposal } from './room.test.kit.ts'

const mostMembers = 12
const names = Array.from({ length: 16 }, (_, at) => `n${at}`)

export interface Drawn<Sent> {
  /** The kinds of what it does, to be counted. */
  readonly kinds: readonly string[]
  readonly says: string
  readonly sent: Sent
}

/** What the waiting proposals already do, so that no two of them contradict each other. */
function claimed({ waiting }: Room) {
  const touched: number[] = []
  const removed: number[] = []
  const adding: string[] = []
  let extensions = false
  for (const { proposal, sender } of waiting) {
    if (proposal.proposalType === 'update' && sender.senderType === 'member') touched.push(sender.leafIndex)
    if (proposal.proposalType === 'remove') removed.push(proposal.remove.removed)
    if (proposal.proposalType === 'add')
      adding.push(Buffer.from(identityOf(proposal.add.keyPackage.leafNode).basicIdentity ?? []).toString())
    if (proposal.proposalType === 'group_context_extensions') extensions = true
  }
  return { touched: [...touched, ...removed], removed, adding, extensions }
}

function leafOf(member: Member): number {
  return member.state.privatePath.leafIndex
}

function outsiders(room: Room): string[] {
  const { adding } = claimed(room)
  return names.filter((name) => !room.members.has(name) && !adding.includes(name))
}

function hasRoom(room: Room, more = 1): boolean {
  return room.members.size + claimed(room).adding.length + more <= mostMembers
}

function someExtensions({ warden }: Room, dice: Dice): GroupExtension[] {
  const senders = [{ signatureKey: warden.publicKey, identity: new TextEncoder().encode('warden') }]
  const all: GroupExtension[] = [
    { type: 'external-senders', senders },
    { type: 'required-capabilities', credentialTypes: [1] },
  ]
  return dice.some(all, dice.below(3))
}

/** A proposal by reference, or undefined where the dice ask for what cannot be now. */
export async function drawProposal(room: Room, dice: Dice): Promise<Drawn<SentProposal> | undefined> {
  const kind = dice.pick([
    'update',
    'update',
    'add',
    'remove',
    'extensions',
    'add itself',
    'warden adds',
    'warden removes',
  ])
  const { touched, removed, extensions } = claimed(room)
  const [name, member] = dice.pick([...room.members]) ?? []
  if (name === undefined || member === undefined) return undefined
  const free = [...room.members].filter(([, { state }]) => !touched.includes(state.privatePath.leafIndex))
  const [victim, victimMember] = dice.pick(free) ?? []
  const newcomer = dice.pick(outsiders(room))
  const byMember = async (value: ProposalValue): Promise<SentProposal> => {
    const made = await propose(member, value)
    return { packet: made.packet, key: member.state.signaturePrivateKey, from: { name, member: made.member } }
  }
  const said = (says: string, sent: SentProposal) => ({ kinds: [`proposed: ${kind}`], says, sent })
  switch (kind) {
    case 'update':
      if (touched.includes(leafOf(member))) return undefined
      return said(`${name} proposes an Update`, await byMember({ type: 'update' }))
    case 'add': {
      if (newcomer === undefined || !hasRoom(room)) return undefined
      const own = await packageOf(room, newcomer)
      const made = await byMember({ type: 'add', keyPackage: own.message })
      return said(`${name} proposes to add ${newcomer}`, { ...made, own })
    }
    case 'remove': {
      if (victimMember === undefined || room.members.size - removed.length < 3) return undefined
      const value = { type: 'remove' as const, leafIndex: leafOf(victimMember) }
      return said(`${name} proposes to remove ${victim}`, await byMember(value))
    }
    case 'extensions': {
      if (extensions) return undefined
      const chosen = someExtensions(room, dice)
      const value = { type: 'group-context-extensions' as const, extensions: chosen }
      return said(`${name} proposes extensions [${chosen.map(({ type }) => type).join()}]`, await byMember(value))
    }
    case 'add itself': {
      if (newcomer === undefined || !hasRoom(room)) return undefined
      const own = await packageOf(room, newcomer)
      const { keyPackage, signatureKey } = own
      const add: Proposal = { proposalType: 'add', add: { keyPackage } }
      const sender: SenderNewMemberProposal = { senderType: 'new_member_proposal' }
      const made = await fromOutside(room, add, { key: signatureKey.privateKey, sender })
      return said(`${newcomer} proposes to add itself`, { ...made, own })
    }
    default: {
      if (readExternalSenders(room.group.state.context.extensions).length === 0) return undefined
      const sender: SenderExternal = { senderType: 'external', senderIndex: 0 }
      const outside = { key: room.warden.privateKey, sender }
      if (kind === 'warden adds') {
        if (newcomer === undefined || !hasRoom(room)) return undefined
        const own = await packageOf(room, newcomer)
        const add: Proposal = { proposalType: 'add', add: { keyPackage: own.keyPackage } }
        return said(`the warden proposes to add ${newcomer}`, { ...(await fromOutside(room, add, outside)), own })
      }
      if (victimMember === undefined || room.members.size - removed.length < 3) return undefined
      const remove: Proposal = { proposalType: 'remove', remove: { removed: leafOf(victimMember) } }
      return said(`the warden proposes to remove ${victim}`, await fromOutside(room, remove, outside))
    }
  }
}

async function fromOutside(
  { group, suite }: Room,
  proposal: Proposal,
  by: { readonly key: Uint8Array; readonly sender: SenderExternal | SenderNewMemberProposal },
): Promise<SentProposal> {
  const { context } = group.state
  const none = new Uint8Array()
  const made = await protectExternalProposalPublic(by.key, context, none, proposal, by.sender, suite.cipher)
  return { packet: writePublicMessage(made.publicMessage), key: by.key }
}

/** The commit that ends the epoch: of a member, or from outside. */
export async function drawCommit(room: Room, dice: Dice): Promise<Drawn<SentCommit>> {
  if (dice.chance(12)) {
    const joined = await drawExternal(room, dice)
    if (joined !== undefined) return joined
  }
  const plan = await planCommit(room, dice)
  return { kinds: plan.kinds, says: plan.says, sent: await makeSent(plan) }
}

interface CommitPlan {
  readonly kinds: readonly string[]
  readonly says: string
  readonly by: string
  readonly member: Member
  readonly options: CommitOptions
  readonly joining: readonly OwnKeyPackage[]
}

async function planCommit(room: Room, dice: Dice): Promise<CommitPlan> {
  const { touched, removed, extensions } = claimed(room)
  const able = [...room.members].filter(([, member]) => !removed.includes(leafOf(member)))
  const [by, member] = dice.pick(able) ?? []
  if (by === undefined || member === undefined) throw new Error('nobody is left to commit')
  const seen = seenReferences(member)
  const references = dice.chance(75) ? seen : dice.some(seen, dice.below(seen.length + 1))
  const proposals: Exclude<ProposalValue, { readonly type: 'update' }>[] = []
  const kinds: string[] = []
  const says = [`${by} commits ${references.length} of ${room.waiting.length} references`]

  const most = room.past.length === 0 ? dice.below(dice.chance(15) ? mostMembers : 5) : dice.below(3)
  const own = []
  for (const name of dice.some(outsiders(room), dice.chance(55) ? most : 0)) {
    if (!hasRoom(room, own.length + 1)) break
    own.push(await packageOf(room, name))
    says.push(`adds ${name}`)
  }
  const others = able.filter(([name, other]) => name !== by && !touched.includes(leafOf(other)))
  for (const [name, other] of dice.chance(35) ? dice.some(others, 1 + dice.below(2)) : []) {
    proposals.push({ type: 'remove', leafIndex: leafOf(other) })
    says.push(`removes ${name}`)
    kinds.push('committed: remove')
  }
  if (!extensions && dice.chance(10)) {
    proposals.push({ type: 'group-context-extensions', extensions: someExtensions(room, dice) })
    says.push('sets extensions')
    kinds.push('committed: extensions')
  }
  for (const { message } of own) {
    proposals.push({ type: 'add', keyPackage: message })
    kinds.push('committed: add')
  }
  const withPath = dice.chance(50)
  if (references.length + proposals.length === 0) kinds.push('committed: path only')
  kinds.push(withPath ? 'committed: with a path in any case' : 'committed: with a path where needed')
  return { kinds, says: says.join(', '), by, member, options: { proposals, references, withPath }, joining: own }
}

async function makeSent({ by, member, options, joining }: CommitPlan): Promise<SentCommit> {
  const { commitPacket: packet, welcomePacket, member: after, groupInfo, ratchetTree } = await commit(member, options)
  const key = member.state.signaturePrivateKey
  const sent = { packet, key, by, member: after, groupInfo, ratchetTree, joining }
  return welcomePacket === undefined ? sent : { ...sent, welcome: welcomePacket }
}

async function drawExternal(room: Room, dice: Dice): Promise<Drawn<SentCommit> | undefined> {
  const resync = dice.chance(50)
  const newcomers = room.members.size < mostMembers ? names.filter((name) => !room.members.has(name)) : []
  const name = dice.pick(resync ? [...room.members.keys()] : newcomers)
  const through = dice.pick([...room.members.values()])
  if (name === undefined || through === undefined) return undefined
  const own = await packageOf(room, name)
  const { commitPacket: packet, ...made } = await joinExternally({ own, ...(await exportGroup(through)), resync })
  const sent = { packet, key: own.signatureKey.privateKey, by: name, joining: [], ...made }
  const kind = resync ? 'external: resync' : 'external: join'
  return { kinds: [kind], says: `${name} joins from outside${resync ? ' in place of itself' : ''}`, sent }
}
