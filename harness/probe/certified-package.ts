// Key packages of a person under certificates that a story makes itself, whatever the person goes by otherwise.
import { makeKeyPackage, type OwnKeyPackage } from '../../mls/key-package.ts'
import type { SubjectKey } from '../../mls/x509/authority/key-pair.ts'
import { seconds } from '../../simulator/clock.ts'
import type { Person } from '../../simulator/person.ts'
import type { Stage } from './stage.ts'

/** Certificates in DER, that of the client first. */
export type Chain = readonly Uint8Array[]

/** The person's own signature key, for a certificate. */
export async function deviceKey(person: Person): Promise<SubjectKey> {
  const { suite, signatureKey } = await person.keyPackage()
  return { signatureKey: signatureKey.publicKey, cipherSuite: suite.id }
}

/** A fresh key package, signed by the person's own key, with these certificates for a credential. */
export async function certifiedPackage(
  { world }: Pick<Stage, 'world'>,
  person: Person,
  change: { readonly certificates: Chain; readonly lastResort?: boolean },
): Promise<OwnKeyPackage> {
  const { suite, signatureKey } = await person.keyPackage()
  const now = seconds(world.clock)
  const lifetime = { notBefore: now - 3_600n, notAfter: now + 7_776_000n }
  return makeKeyPackage({ identity: person.handle, suite, lifetime, signatureKey, ...change })
}
