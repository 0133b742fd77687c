// References to objects by their hash (RFC 9420 section 5.2).
import type { KeyPackage } from 'ts-mls/keyPackage.js'
import { keyPackageOctets, labelled } from '../codec/signed.ts'
import type { Suite } from '../suite.ts'

/** KeyPackageRef. */
export function keyPackageRef(keyPackage: KeyPackage, { hashing }: Suite): Uint8Array {
  return hashing.digest(labelled('KeyPackage Reference', keyPackageOctets(keyPackage)))
}
