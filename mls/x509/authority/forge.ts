// Forged certificates: a good one taken apart, changed where no library would let one, and signed again.
import { constants, sign } from 'node:crypto'
import { children, readDer, tags } from '../encoding/der.ts'
import { writeDer } from '../encoding/der-writer.ts'
import type { KeyPair } from './key-pair.ts'

export interface Forgery {
  /** Changes the members of tbsCertificate, each a DER value as encoded, before it is signed. */
  readonly signed?: (members: readonly Uint8Array[]) => readonly Uint8Array[]
  /** AlgorithmIdentifier beside the signature; the one inside is changed through `signed`. */
  readonly signatureAlgorithm?: Uint8Array
  /** The hash that is signed, e.g. 'md5'. Default SHA-256 (none with Ed25519). */
  readonly hash?: string
  /** RSASSA-PSS rather than PKCS #1 v1.5. Default false. */
  readonly pss?: boolean
  /** Changes the signature. */
  readonly signature?: (signature: Uint8Array) => Uint8Array
}

/** The certificate with the changes made, signed by `issuer`. */
export function forgeCertificate(der: Uint8Array, forgery: Forgery, issuer: KeyPair): Uint8Array {
  const [tbs, algorithm] = children(readDer(der))
  if (tbs === undefined || algorithm === undefined) throw new RangeError('expected a certificate')
  const members = children(tbs).map(({ whole }) => whole)
  const signed = writeDer(tags.sequence, ...(forgery.signed?.(members) ?? members))
  const hash = issuer.algorithm === 'Ed25519' ? null : (forgery.hash ?? 'sha256')
  const padding = forgery.pss === true ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : {}
  const signature = sign(hash, signed, { key: issuer.privateKey, ...padding })
  return writeDer(
    tags.sequence,
    signed,
    forgery.signatureAlgorithm ?? algorithm.whole,
    writeDer(tags.bitString, Buffer.of(0), forgery.signature?.(signature) ?? signature),
  )
}
