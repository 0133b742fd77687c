// The X.509 identity provider: which configurations it takes, whom it takes a chain for, and which chains it refuses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LeafIdentity } from '../../mls/identity.ts'
import { makeSignatureKey } from '../../mls/key-package.ts'
import { MlsRejection } from '../../mls/rejection.ts'
import { loadSuite } from '../../mls/suite.ts'
import { createAuthority } from '../../mls/x509/authority.ts'
import type { IdentityConfiguration } from '../../spec/operation.ts'
import { Refusal } from '../refusal.ts'
import { stream } from '../trial.test.kit.ts'
import { textHandle } from './handle.ts'
import { type X509Form, x509Provider } from './x509.ts'

const now = 1_800_000_000n
const day = 86_400n
const random = stream('x509')
const forms: Readonly<Record<string, X509Form>> = {
  '2023-03-08': { rangeMember: 'client_handle_range', handle: 'device' },
  '2023-03-17': { rangeMember: 'device_handle_range', handle: 'account/device' },
}
const form = { rangeMember: 'device_handle_range', handle: 'account/device' } as const

function provider(of: X509Form = form, atSeconds = now) {
  return x509Provider({ clock: { now: () => Number(atSeconds) * 1000 }, handleRule: textHandle(64), form: of })
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const refuses = (reason: unknown) => reason instanceof Refusal && reason.code === 'invalid-configuration'

/** Leaf `phone`, account `alice`, domain `A.Example`, root. */
async function chain(names = { leaf: 'phone', account: 'alice', domain: 'A.Example' }) {
  const root = await createAuthority({ subject: 'root', random, now })
  const domain = await root.createSubordinate({ subject: names.domain })
  const account = await domain.createSubordinate({ subject: names.account, notAfter: now + day })
  const key = await makeSignatureKey(await loadSuite(1, random))
  const publicKey = { signatureKey: key.publicKey, cipherSuite: 1 }
  const leaf = await account.issue({ subject: names.leaf, publicKey })
  const certificates = [leaf, account.certificate, domain.certificate]
  const identity: LeafIdentity = { signatureKey: key.publicKey, credentialType: 2, certificates }
  return { identity, anchor: root.certificate }
}

function configuration(
  anchor: Uint8Array,
  change: Partial<IdentityConfiguration> = {},
  more = {},
): IdentityConfiguration {
  const range = { start: 0, end: 0 }
  const parameters = {
    device_handle_range: range,
    client_handle_range: range,
    account_handle_offset: 1,
    domain_name_offset: 2,
    trust_anchors: [base64(anchor)],
    ...more,
  }
  return { type: 2, supportsAccounts: true, supportsDomains: true, parameters, ...change }
}

test('a chain is a client: its handle by edition, its domain folded, both together where there are domains', async () => {
  const { identity, anchor } = await chain()
  const everything = configuration(anchor)
  for (const [edition, handle] of [
    ['2023-03-08', 'phone'],
    ['2023-03-17', 'alice/phone'],
  ] as const) {
    const one = provider(forms[edition])
    const rules = one.rules(everything)
    await rules.validate(identity, [])
    const identifier = rules.clientHandle(identity)
    assert.equal(text(identifier), `${handle}@a.example`)
    const name = one.nameOf(everything, identifier)
    assert.deepEqual([text(name.handle), name.domain], [handle, 'a.example'])
    assert.deepEqual(one.identifierOf(everything, name), identifier)
    const plain = configuration(anchor, { supportsAccounts: false, supportsDomains: false })
    const alone = one.rules(plain).clientHandle(identity)
    assert.equal(text(alone), 'phone')
    assert.deepEqual(one.nameOf(plain, alone), { handle: alone, domain: undefined })
  }
})

test('the same client may follow itself with a new key, and nobody else', async () => {
  const [first, again, other] = [
    await chain(),
    await chain(),
    await chain({ leaf: 'phone', account: 'bob', domain: 'a.example' }),
  ]
  const rules = provider().rules(configuration(first.anchor))
  assert.equal(rules.validSuccessor(first.identity, again.identity), true)
  assert.equal(rules.validSuccessor(first.identity, other.identity), false)
})

test('refuses chains that are not valid, not of the application, not of the key, or that name nobody', async () => {
  const { identity, anchor } = await chain()
  const { certificates = [] } = identity
  const stranger = await chain()
  const rules = provider().rules(configuration(anchor))
  const wrong: LeafIdentity[] = [
    { ...identity, certificates: [] },
    { ...identity, certificates: certificates.slice(0, 2) },
    { ...identity, certificates: certificates.toReversed() },
    { ...identity, certificates: [Uint8Array.of(1, 2, 3)] },
    { ...identity, signatureKey: stranger.identity.signatureKey },
    stranger.identity,
    { signatureKey: identity.signatureKey, credentialType: 1, basicIdentity: new Uint8Array([1]) },
  ]
  for (const one of wrong) assert.throws(() => rules.validate(one, []), MlsRejection)
  for (const names of [
    { leaf: 'phone', account: 'ali/ce', domain: 'a.example' },
    { leaf: 'ph@ne', account: 'alice', domain: 'a.example' },
    { leaf: 'phone', account: 'alice', domain: 'a.example:80' },
    { leaf: 'x'.repeat(64), account: 'alice', domain: 'a.example' },
  ]) {
    const named = await chain(names)
    assert.throws(() => provider().rules(configuration(named.anchor)).validate(named.identity, []), MlsRejection)
  }
})

test('judges by the time of receipt, unless told not to', async () => {
  const { identity, anchor } = await chain()
  const settings = configuration(anchor)
  const later = provider(form, now + 2n * day)
  provider(form, now + day)
    .rules(settings)
    .validate(identity, [])
  assert.throws(() => later.rules(settings).validate(identity, []), /validity/)
  later.rules(settings, { byClock: false }).validate(identity, [])
  assert.throws(() => later.rules(settings, { byClock: false }).validate({ ...identity, certificates: [] }, []))
})

test('refuses parameters that lead nowhere and anchors that are none, and names the member', async () => {
  const { anchor } = await chain()
  for (const [edition, member] of [
    ['2023-03-08', 'client_handle_range'],
    ['2023-03-17', 'device_handle_range'],
  ] as const) {
    const one = provider(forms[edition])
    one.checkConfiguration(configuration(anchor))
    one.checkConfiguration(configuration(anchor, {}, { unknown: true }))
    const bad: object[] = [
      { [member]: undefined },
      { [member]: { start: 1, end: 0 } },
      { [member]: { start: 0, end: 1 } },
      { [member]: { start: 0, end: '0' } },
      { account_handle_offset: 0 },
      { account_handle_offset: undefined },
      { domain_name_offset: 1 },
      { domain_name_offset: 256 },
      { domain_name_offset: undefined },
      { trust_anchors: undefined },
      { trust_anchors: [] },
      { trust_anchors: ['AAAA'] },
      { trust_anchors: ['!'] },
      { trust_anchors: [7] },
      { trust_anchors: base64(anchor) },
      { trust_anchors: [base64(Uint8Array.from([...anchor, 0]))] },
    ]
    for (const more of bad) assert.throws(() => one.checkConfiguration(configuration(anchor, {}, more)), refuses)
    const reversed = configuration(anchor, {}, { [member]: { start: 2, end: 1 } })
    assert.throws(() => one.checkConfiguration(reversed), new RegExp(`${member}.end`))
  }
})
