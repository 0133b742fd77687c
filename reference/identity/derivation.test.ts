// Handles, accounts and domains in both editions, by the vectors in fixtures/x509/: as the X.509 identity provider derives them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DerivationVector, derivationVectors } from '../../fixtures/x509/derivation.ts'
import type { LeafIdentity } from '../../mls/identity.ts'
import { makeSignatureKey } from '../../mls/key-package.ts'
import { MlsRejection } from '../../mls/rejection.ts'
import { loadSuite } from '../../mls/suite.ts'
import { createAuthority, type Subject } from '../../mls/x509/authority.ts'
import { place, replacing } from '../../mls/x509/battery/alter.ts'
import { tags } from '../../mls/x509/encoding/der.ts'
import { writeDer, writeOid } from '../../mls/x509/encoding/der-writer.ts'
import { editionIds } from '../../spec/edition.ts'
import { edition20230308 } from '../editions/2023-03-08.ts'
import { edition20230317 } from '../editions/2023-03-17.ts'
import { stream } from '../trial.test.kit.ts'
import { x509Provider } from './x509.ts'

const now = 1_800_000_000n
const random = stream('derivation')
const editions = { '2023-03-08': edition20230308, '2023-03-17': edition20230317 }

/** No library writes a TeletexString: it is put in place of the subject afterwards. */
function request(subject: DerivationVector['chain'][number]) {
  const attributes = typeof subject === 'string' ? [] : subject
  const teletex = attributes.find(({ encoding }) => encoding === 'teletexString')
  if (teletex === undefined) return { subject: subject as Subject }
  const name = writeDer(tags.sequence, writeOid('2.5.4.3'), writeDer(tags.teletexString, Buffer.from(teletex.value)))
  const forged = writeDer(tags.sequence, writeDer(tags.set, name))
  return { subject: 'teletex' as Subject, forgery: { signed: replacing(place.subject, forged) } }
}

/** The identity that presents the vector's chain, and the root that it is trusted by. */
async function identityOf({ chain, presented, decoy }: DerivationVector) {
  const subjects = presented === undefined ? [...chain, 'root'] : chain
  const root = await createAuthority({ ...request(subjects.at(-1) ?? 'root'), random, now })
  let issuer = root
  const certificates: Uint8Array[] = presented === undefined ? [] : [root.certificate]
  for (const subject of subjects.slice(1, -1).reverse()) {
    issuer = await issuer.createSubordinate(request(subject))
    certificates.unshift(issuer.certificate)
  }
  const key = await makeSignatureKey(await loadSuite(1, random))
  const publicKey = { signatureKey: key.publicKey, cipherSuite: 1 }
  certificates.unshift(await issuer.issue({ ...request(subjects[0] ?? ''), publicKey }))
  if (decoy !== undefined)
    certificates.splice(decoy.at, 0, (await root.createSubordinate({ subject: decoy.subject })).certificate)
  const identity: LeafIdentity = { signatureKey: key.publicKey, credentialType: 2, certificates }
  return { identity, anchor: Buffer.from(root.certificate).toString('base64') }
}

function configurationOf({ range: [start, end], account, domain }: DerivationVector, anchor: string) {
  const range = { start, end }
  return {
    type: 2,
    supportsAccounts: account !== undefined,
    supportsDomains: domain !== undefined,
    parameters: {
      device_handle_range: range,
      client_handle_range: range,
      ...(account !== undefined && { account_handle_offset: account }),
      ...(domain !== undefined && { domain_name_offset: domain }),
      trust_anchors: [anchor],
    },
  }
}

test('there are vectors for every rule of derivation', () => {
  const rows = derivationVectors.map(({ expected }) => ('refusedBy' in expected ? expected.refusedBy : 'accepted'))
  assert.deepEqual([...new Set(rows)].toSorted(), ['X5-13', 'X5-18', 'X5-25', 'X5-26', 'X5-27', 'X5-29', 'accepted'])
  assert.equal(new Set(derivationVectors.map(({ name }) => name)).size, derivationVectors.length)
})

for (const edition of editionIds) {
  const { handleRule, x509: form } = editions[edition]
  const provider = x509Provider({ clock: { now: () => Number(now) * 1000 }, handleRule: handleRule(1024), form })

  for (const vector of derivationVectors)
    test(`${edition}: ${vector.name}`, async () => {
      const { identity, anchor } = await identityOf(vector)
      const configuration = configurationOf(vector, anchor)
      const rules = provider.rules(configuration)
      if ('refusedBy' in vector.expected) {
        const { refusedBy } = vector.expected
        assert.throws(
          () => rules.validate(identity, []),
          (error) => error instanceof MlsRejection && error.row === refusedBy,
        )
        return
      }
      await rules.validate(identity, [])
      const { handle, domain } = provider.nameOf(configuration, rules.clientHandle(identity))
      const derived = { handle: Buffer.from(handle).toString(), ...(domain !== undefined && { domain }) }
      assert.deepEqual(derived, vector.expected[edition])
    })
}
