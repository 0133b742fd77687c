// A cipher suite ready for use: ts-mls's interface filled by node:crypto, with randomness passed in.
import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js'
import { labelled } from './codec/signed.ts'
import { loadCipher } from './crypto/cipher.ts'
import { curves } from './crypto/curve.ts'
import { type Hashing, makeHashing } from './crypto/hash.ts'
import { parametersOf } from './crypto/parameters.ts'
import { makeSigning } from './crypto/signature.ts'
import type { RandomBytes } from './random.ts'
import { MlsRejection } from './rejection.ts'

/** RFC 9420 code points of the suites in use: X25519/AES-128, P-256, X25519/ChaCha20, P-384. */
export type CipherSuiteId = 1 | 2 | 3 | 7

export const supportedSuites: readonly CipherSuiteId[] = [1, 2, 3, 7]

interface Signed {
  readonly key: Uint8Array
  readonly label: string
  readonly content: Uint8Array
  readonly signature: Uint8Array
}

export interface Suite {
  readonly id: CipherSuiteId
  /** Opaque outside mls/. */
  readonly cipher: CiphersuiteImpl
  /** Opaque outside mls/. */
  readonly hashing: Hashing
  /** Whether this is a signature by that key over the label and the content (RFC 9420 section 5.1.2). */
  verify(given: Signed): boolean
  /** Whether these bytes are an HPKE public key of the suite: a point that secrets can be agreed with (RFC 9180 section 7.1.4). */
  isPublicKey(key: Uint8Array): boolean
  readonly random: RandomBytes
}

/**
 * Makes suite `id` usable; every key, nonce and ephemeral secret it draws comes from `random`.
 * Throws MlsRejection('unsupported-suite') for a code point outside 1, 2, 3 and 7 (RFC 9420 section 17.1).
 */
export async function loadSuite(id: number, random: RandomBytes): Promise<Suite> {
  const known = supportedSuites.find((suite) => suite === id)
  if (known === undefined)
    throw new MlsRejection(
      'unsupported-suite',
      { row: 'GI-02', section: '9420 section 17.1' },
      `expected cipher suite ${supportedSuites.join(', ')}; found ${id}`,
    )
  const { hash, hashSize, kem, signature } = parametersOf[known]
  const { isPublicKey } = curves[kem.curve]
  const { verify } = makeSigning(signature, random)
  return {
    id: known,
    cipher: loadCipher(known, random),
    hashing: makeHashing(hash, hashSize),
    verify: (given) => verify(given.key, labelled(given.label, given.content), given.signature),
    random,
    isPublicKey,
  }
}
