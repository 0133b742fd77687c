import { before, test } from 'node:test'
import { forgeKeyPackage, type KeyPackageFlaw } from '../forge.ts'
import { validateKeyPackage } from '../public-group.ts'
import { now, packageOf, type World } from '../world.test.kit.ts'
import { type Case, makeTarget, nameOf, refusedOnlyBy } from './refused.test.kit.ts'

let world: World

before(async () => {
  world = await makeTarget()
})

const keyPackages: readonly (Case & { readonly flaw: KeyPackageFlaw })[] = [
  { flaw: { kind: 'bad-signature' }, row: 'KP-B3', code: 'invalid-key-package' },
  { flaw: { kind: 'bad-leaf-signature' }, row: 'LN-02', code: 'invalid-key-package' },
  { flaw: { kind: 'trailing-byte' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'no-mls-message' }, row: 'FR-02', code: 'malformed', stays: 'it cannot be decoded' },
  { flaw: { kind: 'non-minimal-length' }, row: 'FR-02', code: 'malformed' },
  { flaw: { kind: 'lifetime', notBefore: now - 9n, notAfter: now - 1n }, row: 'LN-05', code: 'invalid-key-package' },
  { flaw: { kind: 'lifetime', notBefore: now + 1n, notAfter: now + 9n }, row: 'LN-05', code: 'invalid-key-package' },
  { flaw: { kind: 'suite', cipherSuite: 3 }, row: 'KP-B1', code: 'invalid-key-package', stays: 'LN-12 as well' },
  {
    flaw: { kind: 'leaf-source', source: 'update' },
    row: 'LN-08',
    code: 'invalid-key-package',
    stays: 'there is no lifetime to store',
  },
  { flaw: { kind: 'init-key-is-encryption-key' }, row: 'KP-B4', code: 'invalid-key-package' },
  { flaw: { kind: 'short-init-key' }, row: 'KP-B5', code: 'invalid-key-package' },
  { flaw: { kind: 'capabilities-without', what: 'suite' }, row: 'LN-12', code: 'invalid-key-package' },
  { flaw: { kind: 'capabilities-without', what: 'version' }, row: 'LN-12', code: 'invalid-key-package' },
  { flaw: { kind: 'capabilities-without', what: 'credential' }, row: 'LN-07', code: 'invalid-key-package' },
  { flaw: { kind: 'x509-credential', certificate: Uint8Array.of(1) }, row: 'LN-01', code: 'invalid-key-package' },
  { flaw: { kind: 'unlisted-leaf-extension' }, row: 'LN-07', code: 'invalid-key-package' },
  { flaw: { kind: 'repeated-leaf-extension' }, row: 'LN-14', code: 'invalid-key-package' },
]

for (const { flaw, ...expected } of keyPackages)
  test(`key package with ${nameOf(flaw)} is refused by ${expected.row}`, async () => {
    const message = await forgeKeyPackage(await packageOf(world, 'mallory'), flaw)
    const expect = { cipherSuite: 1, protocolVersion: 1 }
    await refusedOnlyBy(world, expected, (rules) => validateKeyPackage(message, expect, rules))
  })
