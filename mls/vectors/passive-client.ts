// Published vectors for whole clients: join by Welcome, then follow the commits of others.
import assert from 'node:assert/strict'
import { makeKeyPackageRef } from 'ts-mls/keyPackage.js'
import type { OwnKeyPackage } from '../client/key-package.ts'
import { hex } from '../codec/bytes.ts'
import { readMessage } from '../codec/message.ts'
import { describeMember, exportGroup, joinFromWelcome, type Member, receive } from '../member.ts'
import {
  openGroup,
  type PublicGroup,
  type PublicProposal,
  type Rules,
  readCommit,
  readProposal,
} from '../public-group.ts'
import type { Suite } from '../suite.ts'
import { bytes, type Hex, rulesFor, vectorFileOfSuites } from './vector-file.ts'

interface PassiveClient {
  readonly cipher_suite: number
  readonly external_psks: readonly { readonly psk_id: Hex; readonly psk: Hex }[]
  readonly key_package: Hex
  readonly signature_priv: Hex
  readonly encryption_priv: Hex
  readonly init_priv: Hex
  readonly welcome: Hex
  readonly ratchet_tree: Hex | null
  readonly initial_epoch_authenticator: Hex
  readonly epochs: readonly {
    readonly proposals: readonly Hex[]
    readonly commit: Hex
    readonly epoch_authenticator: Hex
  }[]
}

const fact = 'a client joins and follows into every epoch, and the public side agrees'

const leaves = 'CM-09, as the Welcome for those whom a commit adds is not given'

/** The public side begins with what the client found in its Welcome; from there on it sees the messages and nothing else. */
function clientsOf(name: string) {
  return vectorFileOfSuites<PassiveClient>({ name, fact, leaves }, async (suite, each) => {
    const rules = rulesFor(suite, ['CM-09'])
    let member = await join(suite, each)
    assert.equal(authenticator(member), each.initial_epoch_authenticator)
    let group = await openGroup(await exportGroup(member), rules)
    for (const { proposals, commit, epoch_authenticator } of each.epochs) {
      for (const proposal of proposals) member = (await receive(member, bytes(proposal))).member
      member = (await receive(member, bytes(commit))).member
      assert.equal(authenticator(member), epoch_authenticator)
      group = await follow(group, { packet: bytes(commit), proposals: proposals.map(bytes) }, rules)
      assert.equal(hex(group.confirmedTranscriptHash), hex(describeMember(member).confirmedTranscriptHash))
      assert.equal(hex(group.treeHash), hex(describeMember(member).treeHash))
    }
  })
}

export const passiveWelcome = clientsOf('passive-client-welcome')
export const passiveCommits = clientsOf('passive-client-handling-commit')

async function join(suite: Suite, each: PassiveClient): Promise<Member> {
  const { keyPackage } = readMessage(bytes(each.key_package), 'mls_key_package')
  const { credential, signaturePublicKey } = keyPackage.leafNode
  const own: OwnKeyPackage = {
    message: bytes(each.key_package),
    ref: await makeKeyPackageRef(keyPackage, suite.cipher.hash),
    identity: credential.credentialType === 'basic' ? credential.identity : new Uint8Array(),
    suite,
    signatureKey: { publicKey: signaturePublicKey, privateKey: bytes(each.signature_priv) },
    keyPackage,
    privateKeys: {
      initPrivateKey: bytes(each.init_priv),
      hpkePrivateKey: bytes(each.encryption_priv),
      signaturePrivateKey: bytes(each.signature_priv),
    },
  }
  const psks = Object.fromEntries(
    each.external_psks.map(({ psk_id, psk }) => [Buffer.from(psk_id, 'hex').toString('base64'), bytes(psk)]),
  )
  const tree = each.ratchet_tree === null ? {} : { ratchetTree: bytes(each.ratchet_tree) }
  return joinFromWelcome({ own, welcome: bytes(each.welcome), psks, ...tree })
}

function authenticator(member: Member): Hex {
  return hex(describeMember(member).epochAuthenticator)
}

async function follow(
  group: PublicGroup,
  { packet, proposals }: { readonly packet: Uint8Array; readonly proposals: readonly Uint8Array[] },
  rules: Rules,
): Promise<PublicGroup> {
  const read: PublicProposal[] = []
  for (const proposal of proposals) read.push(await readProposal(group, proposal, rules))
  return (await readCommit(group, { packet, proposals: read }, rules)).next
}
