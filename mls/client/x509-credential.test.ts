import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IdentityRules, LeafIdentity } from '../identity.ts'
import { makeKeyPackage, makeSignatureKey, type OwnKeyPackage } from '../key-package.ts'
import {
  commit,
  createGroup,
  describeMember,
  exportGroup,
  joinExternally,
  joinFromWelcome,
  receive,
} from '../member.ts'
import { allChecks, openGroup, validateKeyPackage } from '../public-group.ts'
import { loadSuite } from '../suite.ts'
import { lifetime, now, seededRandom } from '../world.test.kit.ts'
import { createAuthority } from '../x509/authority.ts'
import { validatePath } from '../x509/certificate-path.ts'
import { requireLeafKey } from '../x509/leaf-key.ts'
import { clientHandle, domainName } from '../x509/names.ts'
import { readX509Parameters } from '../x509/parameters.ts'

const suiteId = 1
const random = seededRandom('x509 credentials')
const { parameters } = readX509Parameters(
  { device_handle_range: { start: 0, end: 0 }, domain_name_offset: 1 },
  { supportsAccounts: false, supportsDomains: true },
)

async function world() {
  const suite = await loadSuite(suiteId, random)
  const root = await createAuthority({ subject: 'a.example root', random, now })
  const domain = await root.createSubordinate({ subject: 'a.example' })
  const handleOf = ({ certificates = [], signatureKey }: LeafIdentity) => {
    const path = validatePath(certificates, { anchors: [root.certificate], at: now })
    requireLeafKey(path.leaf, signatureKey, suiteId)
    assert.ok(parameters)
    return new TextEncoder().encode(
      `${domainName(path, parameters)} ${clientHandle(path, parameters, { form: 'device' })}`,
    )
  }
  const identity: IdentityRules = {
    supportedCredentials: [2],
    validate: (leaf) => void handleOf(leaf),
    clientHandle: handleOf,
    validSuccessor: (a, b) => Buffer.from(handleOf(a)).equals(handleOf(b)),
  }
  const rules = { checks: allChecks, identity, suite: async () => suite, now: () => now }
  const personOf = async (name: string): Promise<() => Promise<OwnKeyPackage>> => {
    const signatureKey = await makeSignatureKey(suite)
    const leaf = await domain.issue({
      subject: name,
      publicKey: { signatureKey: signatureKey.publicKey, cipherSuite: suiteId },
    })
    const certificates = [leaf, domain.certificate]
    return () =>
      makeKeyPackage({ identity: new TextEncoder().encode(name), certificates, suite, lifetime, signatureKey })
  }
  return { rules, personOf }
}

test('a package with certificates is valid where a provider reads domain and handle from them', async () => {
  const { rules, personOf } = await world()
  const alice = await (await personOf('alice'))()
  const valid = await validateKeyPackage(alice.message, { cipherSuite: suiteId, protocolVersion: 1 }, rules)
  assert.equal(new TextDecoder().decode(valid.handle), 'a.example alice')
})

test('members with certificates add one another, join from outside, and come back in the place of their former leaf', async () => {
  const { rules, personOf } = await world()
  const [alicePackage, bobPackage, carolPackage] = [
    await personOf('alice'),
    await personOf('bob'),
    await personOf('carol'),
  ]
  const founder = await createGroup({ groupId: new Uint8Array([1]), own: await alicePackage() })
  const bob = await bobPackage()
  const added = await commit(founder, { proposals: [{ type: 'add', keyPackage: bob.message }] })
  const { welcomePacket: welcome = new Uint8Array(), ratchetTree } = added
  let bobMember = await joinFromWelcome({ own: bob, welcome, ratchetTree })
  let alice = added.member
  for (const resync of [false, true]) {
    const carol = await joinExternally({ own: await carolPackage(), ...(await exportGroup(alice)), resync })
    alice = (await receive(alice, carol.commitPacket)).member
    bobMember = (await receive(bobMember, carol.commitPacket)).member
    assert.deepEqual(describeMember(carol.member).epochAuthenticator, describeMember(bobMember).epochAuthenticator)
  }
  assert.equal(describeMember(alice).members.length, 3)
  const { members } = await openGroup(await exportGroup(alice), rules)
  assert.deepEqual(
    members.map(({ handle }) => new TextDecoder().decode(handle)),
    ['a.example alice', 'a.example bob', 'a.example carol'],
  )
})
