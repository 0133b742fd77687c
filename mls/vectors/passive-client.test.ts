// Published vectors for whole clients: join by Welcome, then follow the commits of others.
import assert from 'node:assert/strict'
import { makeKeyPackageRef } from 'ts-mls/keyPackage.js'
import type { OwnKeyPackage } from '../client/key-package.ts'
import { hex } from '../codec/bytes.ts'
import { readMessage } from '../codec/message.ts'
import { describeMember, exportGroup, joinFromWelcome, type Member, receive } from '../member.ts'
import {
  allChecks,
  openGroup,
  type PublicGroup,
  type PublicProposal,
  type Rules,
  readCommit,
  readProposal,
  withoutCheck,
} from '../public-group.ts'
import type { Suite } from '../suite.ts'
import { basicIdentity, now } from '../world.test.kit.ts'
import { bytes, type Hex, inSuites, overVectors } from './vectors.test.kit.ts'

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

for (const name of ['passive-client-welcome', 'passive-client-handling-commit'])
  overVectors<PassiveClient>(name, 'a client joins and follows into every epoch, and the public side agrees', (cases) =>
    inSuites(cases, async (suite, each) => {
      let member = await join(suite, each)
      assert.equal(authenticator(member), each.initial_epoch_authenticator)
      let group = await openGroup(await exportGroup(member), rulesOf(suite))
      for (const { proposals, commit, epoch_authenticator } of each.epochs) {
        for (const proposal of proposals) member = (await receive(member, bytes(proposal))).member
        member = (await receive(member, bytes(commit))).member
        assert.equal(authenticator(member), epoch_authenticator)
        group = await follow(group, { packet: bytes(commit), proposals: proposals.map(bytes) }, suite)
        assert.equal(hex(group.confirmedTranscriptHash), hex(describeMember(member).confirmedTranscriptHash))
        assert.equal(hex(group.treeHash), hex(describeMember(member).treeHash))
      }
    }),
  )

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
  suite: Suite,
): Promise<PublicGroup> {
  const rules = rulesOf(suite)
  const read: PublicProposal[] = []
  for (const proposal of proposals) read.push(await readProposal(group, proposal, rules))
  return (await readCommit(group, { packet, proposals: read }, rules)).next
}

/** The vectors hold no Welcome for those whom their commits add, and say nothing of time. */
function rulesOf(suite: Suite): Rules {
  const checks = withoutCheck(allChecks, 'CM-09')
  return { checks, identity: basicIdentity, suite: async () => suite, now: () => now }
}
