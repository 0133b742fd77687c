import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allChecks, validateKeyPackage } from '../mls/public-group.ts'
import { loadSuite } from '../mls/suite.ts'
import { validatePath } from '../mls/x509/certificate-path.ts'
import { requireLeafKey } from '../mls/x509/leaf-key.ts'
import { clientHandle, domainName } from '../mls/x509/names.ts'
import { readX509Parameters } from '../mls/x509/parameters.ts'
import { editions } from '../spec/editions.ts'
import { createFederation } from './federation.ts'
import { createPerson, type Person } from './person.ts'
import { randomFrom } from './random.ts'

const clock = { now: () => 1_800_000_000_000, pass: async () => {} }
const domains = ['a.example', 'b.example']

function worldOf(edition: keyof typeof editions) {
  const random = randomFrom('federation')
  const federation = createFederation({ edition: editions[edition], domains, random, clock })
  const personOf = (name: string, cipherSuite = 1) =>
    createPerson({
      name,
      random: random.branch(name),
      clock,
      cipherSuite,
      home: federation.homeOf(name),
      certify: federation.certify,
    })
  return { federation, personOf }
}

async function identityOf(person: Person, options?: Parameters<Person['keyPackage']>[0]) {
  const { message, suite } = await person.keyPackage(options)
  const identity = {
    supportedCredentials: [1, 2],
    validate: () => undefined,
    clientHandle: () => new Uint8Array(),
    validSuccessor: () => true,
  }
  const rules = {
    checks: allChecks,
    identity,
    suite: (id: number) => loadSuite(id, () => new Uint8Array(32)),
    now: () => 1_800_000_000n,
  }
  return (await validateKeyPackage(message, { cipherSuite: suite.id, protocolVersion: 1 }, rules)).identity
}

test('with domains, a certificate says who a client is and where it belongs, under the anchors of the configuration', async () => {
  const { federation, personOf } = worldOf('2023-03-17')
  const { identity } = await federation.configuration('aaaaaaaa-0000-4000-8000-000000000001')
  const { parameters } = readX509Parameters(identity.parameters, identity)
  const anchors = (identity.parameters['trust_anchors'] as string[]).map((text) => Buffer.from(text, 'base64'))
  assert.ok(parameters)
  for (const [name, suite, home] of [
    ['Alice', 1, 'a.example'],
    ['Carol', 1, 'b.example'],
    ['Dave', 2, 'b.example'],
  ] as const) {
    const person = personOf(name, suite)
    const { certificates = [], signatureKey, credentialType } = await identityOf(person)
    const path = validatePath(certificates, { anchors, at: 1_800_000_000n })
    requireLeafKey(path.leaf, signatureKey, suite)
    assert.deepEqual(
      [
        credentialType,
        clientHandle(path, parameters, { form: 'account/device' }),
        domainName(path, parameters),
        person.home,
      ],
      [2, person.handleText, home, home],
    )
  }
  const { certificates = [] } = await identityOf(personOf('Carol'), { domain: 'c.example' })
  assert.equal(domainName(validatePath(certificates, { anchors, at: 1_800_000_000n }), parameters), 'c.example')
})

test('without domains clients are known by Basic credentials, and still live somewhere', async () => {
  const { federation, personOf } = worldOf('2023-03-08')
  assert.equal((await federation.configuration('x')).identity.type, 1)
  const carol = personOf('Carol')
  const { basicIdentity } = await identityOf(carol)
  assert.deepEqual([basicIdentity, carol.home], [carol.handle, 'b.example'])
})

test('a person keeps one certificate for all key packages', async () => {
  const carol = worldOf('2023-03-17').personOf('Carol')
  assert.deepEqual((await identityOf(carol)).certificates, (await identityOf(carol)).certificates)
})
