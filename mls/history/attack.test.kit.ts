// For the history tests only: what may have become of a message on its way, or by the hand of its sender.
import { signFramedContentTBS, toTbs } from 'ts-mls/framedContent.js'
import { signGroupInfo } from 'ts-mls/groupInfo.js'
import type { PublicMessage } from 'ts-mls/publicMessage.js'
import { externalPubExtension } from '../codec/extensions.ts'
import { readMessage, writeGroupInfo, writePublicMessage } from '../codec/message.ts'
import { trailingByte } from '../forge/bytes.ts'
import { commit, exportGroup } from '../member.ts'
import { openGroup, readCommit, readProposal } from '../public-group.ts'
import type { Dice } from './dice.test.kit.ts'
import { contentOf, flipped, movedFields, regionsOf } from './regions.test.kit.ts'
import { type Room, type SentCommit, type SentProposal, uploadOf } from './room.test.kit.ts'
import { isUncheckable, type Way } from './uncheckable.test.kit.ts'

export interface Attack {
  /** What was done, the same words for the same thing. */
  readonly kind: string
  readonly detail?: string
  /** With `part`: how the message differs, to be looked up among what cannot be checked. */
  readonly way?: Way
  readonly part?: string
  attempt(): Promise<unknown>
}

type Judge = (packet: Uint8Array) => Promise<unknown>
type Change = (message: PublicMessage) => PublicMessage

// A liar may flip these and sign; anything else it signs is another message that it is free to send.
const boundOtherwise = /keyPackage|leafNode|commit\.path|reference|groupId/
const keyOfJoin = 'publicMessage.content.commit.proposals.proposal.externalInit.kemOutput'

export async function attacksOnProposal(room: Room, sent: SentProposal, dice: Dice): Promise<Attack[]> {
  const judge: Judge = (packet) => readProposal(room.group, packet, room.rules)
  const attacks = await attacksOnHandshake({ room, sent, judge }, dice)
  attacks.push({
    kind: 'proposal as commit',
    attempt: () => readCommit(room.group, { packet: sent.packet, proposals: room.waiting }, room.rules),
  })
  for (const { packet } of dice.some(room.stale, 1))
    attacks.push({ kind: 'proposal of an earlier epoch', attempt: () => judge(packet) })
  return attacks
}

export async function attacksOnCommit(room: Room, sent: SentCommit, dice: Dice): Promise<Attack[]> {
  const upload = { ...uploadOf(sent), proposals: [...room.waiting, ...room.stale] }
  const withUpload = (change: Partial<typeof upload>) => readCommit(room.group, { ...upload, ...change }, room.rules)
  const { groupInfo: _, ...alone } = upload
  const withoutInfo: Judge = (packet) => readCommit(room.group, { ...alone, packet }, room.rules)
  const attacks = await attacksOnHandshake({ room, sent, judge: (packet) => withUpload({ packet }) }, dice)

  const tag = regionsOf(sent.packet).find(({ name }) => name === 'publicMessage.auth.confirmationTag')
  if (tag !== undefined && dice.chance(20)) {
    const packet = flipped(sent.packet, tag.start + dice.below(tag.end - tag.start), dice.below(8))
    attacks.push({ kind: 'bit', way: 'alone', part: tag.name, attempt: () => withoutInfo(packet) })
  }
  attacks.push(...(await signedFlips({ room, sent, judge: withoutInfo }, dice)))
  attacks.push(...flips(sent.groupInfo, (groupInfo) => withUpload({ groupInfo }), dice))
  if (dice.chance(50)) attacks.push(...(await listAttacks(room, sent, withoutInfo)))
  if (dice.chance(25)) attacks.push(await otherExternalPub(room, sent, (groupInfo) => withUpload({ groupInfo })))
  attacks.push({ kind: 'commit as proposal', attempt: () => readProposal(room.group, sent.packet, room.rules) })

  const { welcome } = sent
  const [before] = room.past
  if (welcome !== undefined) {
    attacks.push(...flips(welcome, (changed) => withUpload({ welcome: changed }), dice))
    const { welcome: __, ...without } = upload
    attacks.push({ kind: 'Welcome missing', attempt: () => readCommit(room.group, without, room.rules) })
  }
  const earlier = room.past.find((past) => past.welcome !== undefined)?.welcome
  if (earlier !== undefined)
    attacks.push({ kind: 'Welcome of an earlier commit', attempt: () => withUpload({ welcome: earlier }) })
  if (before !== undefined) {
    const { packet, groupInfo, ratchetTree } = before
    attacks.push({ kind: 'commit of an earlier epoch', attempt: () => withUpload({ packet }) })
    attacks.push({ kind: 'GroupInfo of an earlier epoch', attempt: () => withUpload({ groupInfo }) })
    if (dice.chance(15))
      attacks.push(
        {
          kind: 'tree of an earlier epoch',
          attempt: () => openGroup({ groupInfo: sent.groupInfo, ratchetTree }, room.rules),
        },
        {
          kind: 'GroupInfo with the tree of a later epoch',
          attempt: () => openGroup({ groupInfo, ratchetTree: sent.ratchetTree }, room.rules),
        },
      )
  }
  if (dice.chance(15)) attacks.push(...(await competing(room, sent, { withoutInfo, withUpload }, dice)))
  return attacks
}

interface Target {
  readonly room: Room
  readonly sent: Pick<SentProposal, 'packet' | 'key'>
  readonly judge: Judge
}

async function attacksOnHandshake(target: Target, dice: Dice): Promise<Attack[]> {
  const { room, sent, judge } = target
  const { packet } = sent
  const attacks = flips(packet, judge, dice)
  const cut = packet.slice(0, dice.below(packet.length))
  attacks.push({ kind: 'truncated', attempt: () => judge(cut) })
  attacks.push({ kind: 'trailing byte', attempt: () => judge(trailingByte(packet)) })
  const epoch = room.group.epoch + (room.group.epoch > 0n && dice.chance(50) ? -1n : 1n)
  const inEpoch = await signedAgain(target, (message) => ({ ...message, content: { ...message.content, epoch } }))
  attacks.push({ kind: 'other epoch', attempt: () => judge(inEpoch) })
  const { content } = readMessage(packet, 'mls_public_message').publicMessage
  if (content.sender.senderType !== 'member') {
    // Somebody else outside: an external sender that is not listed, or one whose key this is not.
    const senderIndex = content.sender.senderType === 'external' ? content.sender.senderIndex + 1 : 0
    const sender = { senderType: 'external' as const, senderIndex }
    const from = await signedAgain(target, (message) => {
      const { auth, content: said } = message
      return { auth, ...sender, content: { ...said, sender } }
    })
    attacks.push({ kind: 'other sender outside', attempt: () => judge(from) })
    return attacks
  }
  const own = content.sender.leafIndex
  const others = Array.from({ length: (room.group.nodeCount + 1) / 2 + 1 }, (_, leaf) => leaf).filter(
    (leaf) => leaf !== own,
  )
  for (const leafIndex of dice.some(others, 1)) {
    const sender = { senderType: 'member' as const, leafIndex }
    const from = await signedAgain(target, (message) => ({ ...message, content: { ...message.content, sender } }))
    attacks.push({ kind: 'other sender', detail: `leaf ${leafIndex}`, attempt: () => judge(from) })
  }
  return attacks
}

/** Bits turned over on the way: a few anywhere, and sometimes in the tags. */
function flips(message: Uint8Array, judge: Judge, dice: Dice): Attack[] {
  const regions = regionsOf(message)
  const tags = regions.filter(({ name }) => /Tag$|^welcome/.test(name))
  return [...dice.some(regions, 1 + dice.below(2)), ...dice.some(tags, dice.chance(40) ? 1 : 0)].map(
    ({ name, start, end }) => {
      const [at, bit] = [start + dice.below(end - start), dice.below(8)]
      const changed = flipped(message, at, bit)
      const detail = `bit ${bit} of byte ${at}`
      const part = name === 'structure' ? (boundary(message, changed) ?? name) : name
      return { kind: 'bit', detail, way: 'flipped', part, attempt: () => judge(changed) }
    },
  )
}

/** The field whose bounds a changed length has moved: one that can be checked, where there is any. */
function boundary(message: Uint8Array, changed: Uint8Array): string | undefined {
  const moved = movedFields(message, changed)
  return moved.find((field) => !isUncheckable('flipped', field)) ?? moved[0]
}

/** Bits turned over by the sender itself, which then signs the whole. */
async function signedFlips(target: Target, dice: Dice): Promise<Attack[]> {
  const { room, sent, judge } = target
  const regions = regionsOf(sent.packet).filter(({ name }) => boundOtherwise.test(name) || name === keyOfJoin)
  const attacks: Attack[] = []
  for (const { name, start, end } of dice.some(regions, 1)) {
    const changed = flipped(sent.packet, start + dice.below(end - start), dice.below(8))
    // A flipped P-256 point is none, and refused for that: the liar takes another point.
    if (name === keyOfJoin) changed.set(await freshKey(room), start)
    const content = contentOf(changed)
    if (content.wireformat !== 'mls_public_message') continue
    const packet = await signedAgain(target, () => content.publicMessage)
    attacks.push({
      kind: 'bit',
      detail: `from byte ${start}`,
      way: 'signed-again',
      part: name,
      attempt: () => judge(packet),
    })
  }
  return attacks
}

async function freshKey({ suite }: Room): Promise<Uint8Array> {
  const { publicKey } = await suite.cipher.hpke.generateKeyPair()
  return suite.cipher.hpke.exportPublicKey(publicKey)
}

async function signedAgain({ room, sent }: Target, change: Change): Promise<Uint8Array> {
  const changed = change(readMessage(sent.packet, 'mls_public_message').publicMessage)
  const { content } = changed
  const tbs = toTbs(content, 'mls_public_message', room.group.state.context)
  const signature = await signFramedContentTBS(sent.key, tbs, room.suite.cipher.signature)
  return writePublicMessage({ ...changed, auth: { ...changed.auth, signature } })
}

/** References that stand for nothing now, twice the same one, path nodes in another order. */
async function listAttacks(room: Room, sent: SentCommit, judge: Judge): Promise<Attack[]> {
  const { content } = readMessage(sent.packet, 'mls_public_message').publicMessage
  if (content.contentType !== 'commit') return []
  const { proposals, path } = content.commit
  const target = { room, sent, judge }
  const withCommit = (commit: typeof content.commit) =>
    signedAgain(target, (message) => ({ ...message, content: { ...content, commit } }) as PublicMessage)
  const attacks: Attack[] = []
  const [stale] = room.stale
  if (stale !== undefined) {
    const reference = { proposalOrRefType: 'reference' as const, reference: stale.ref }
    const packet = await withCommit({ path, proposals: [...proposals, reference] })
    attacks.push({ kind: 'stale reference', attempt: () => judge(packet) })
  }
  const listed = proposals.find(({ proposalOrRefType }) => proposalOrRefType === 'reference')
  if (listed !== undefined) {
    const packet = await withCommit({ path, proposals: [...proposals, listed] })
    attacks.push({ kind: 'reference twice', attempt: () => judge(packet) })
  }
  if (path !== undefined && path.nodes.length > 1) {
    const packet = await withCommit({ proposals, path: { ...path, nodes: path.nodes.slice().reverse() } })
    attacks.push({ kind: 'path nodes swapped', attempt: () => judge(packet) })
  }
  return attacks
}

async function otherExternalPub(room: Room, sent: SentCommit, judge: Judge): Promise<Attack> {
  const { groupInfo } = readMessage(sent.groupInfo, 'mls_group_info')
  const extensions = [externalPubExtension(await freshKey(room))]
  const signed = await signGroupInfo({ ...groupInfo, extensions }, sent.key, room.suite.cipher.signature)
  const part = 'groupInfo.extensions: external_pub'
  return { kind: 'other external_pub', way: 'signed-again', part, attempt: () => judge(writeGroupInfo(signed)) }
}

/** What another commit of the same epoch has to offer: its Welcome, and its path. */
async function competing(
  room: Room,
  sent: SentCommit,
  judges: { readonly withoutInfo: Judge; readonly withUpload: (change: { welcome: Uint8Array }) => Promise<unknown> },
  dice: Dice,
): Promise<Attack[]> {
  const attacks: Attack[] = []
  const { content } = readMessage(sent.packet, 'mls_public_message').publicMessage
  const committer = room.members.get(sent.by)
  if (content.contentType !== 'commit' || content.sender.senderType !== 'member' || committer === undefined) return []
  const references = content.commit.proposals.flatMap((entry) =>
    entry.proposalOrRefType === 'reference' ? [entry.reference] : [],
  )
  if (sent.welcome !== undefined) {
    const proposals = sent.joining.map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
    const { welcomePacket } = await commit(committer, { references, proposals, withPath: true })
    const part = 'Welcome of a competing commit that adds the same key packages'
    if (welcomePacket !== undefined)
      attacks.push({
        kind: 'Welcome of a competing commit',
        way: 'exchanged',
        part,
        attempt: () => judges.withUpload({ welcome: welcomePacket }),
      })
  }
  const rivals = [...room.members].filter(([name]) => name !== sent.by)
  const [, rival] = dice.pick(rivals) ?? []
  if (rival === undefined || content.commit.path === undefined) return attacks
  const other = await commit(rival, { references: [], withPath: true })
  const stolen = readMessage(other.commitPacket, 'mls_public_message').publicMessage.content
  if (stolen.contentType !== 'commit') return attacks
  const swapped = { ...content, commit: { ...content.commit, path: stolen.commit.path } }
  const packet = await signedAgain(
    { room, sent, judge: judges.withoutInfo },
    (message) => ({ ...message, content: swapped }) as PublicMessage,
  )
  attacks.push({ kind: 'path of another commit', attempt: () => judges.withoutInfo(packet) })
  const beside = await exportGroup(rival)
  attacks.push({
    kind: 'GroupInfo of the epoch before',
    attempt: () =>
      readCommit(room.group, { ...uploadOf(sent), groupInfo: beside.groupInfo, proposals: room.waiting }, room.rules),
  })
  return attacks
}
