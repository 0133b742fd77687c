// The constants of the supported cipher suites: RFC 9420 section 17.1 for the suites, RFC 9180 section 7 for HPKE.
import type { CiphersuiteName } from 'ts-mls/crypto/ciphersuite.js'

interface CurveParameters {
  readonly curve: 'x25519' | 'P-256' | 'P-384'
  /** HPKE KEM code point and its secret and private-key sizes in bytes. */
  readonly kem: number
  readonly secretSize: number
  readonly privateKeySize: number
}

export interface SuiteParameters {
  readonly name: CiphersuiteName
  readonly hash: 'sha256' | 'sha384'
  readonly hashSize: number
  readonly kem: CurveParameters
  /** HPKE code points of KDF and AEAD. */
  readonly kdf: number
  readonly aead: number
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305'
  readonly keySize: number
  readonly signature: 'ed25519' | 'P-256' | 'P-384'
}

const x25519: CurveParameters = { curve: 'x25519', kem: 0x0020, secretSize: 32, privateKeySize: 32 }
const p256: CurveParameters = { curve: 'P-256', kem: 0x0010, secretSize: 32, privateKeySize: 32 }
const p384: CurveParameters = { curve: 'P-384', kem: 0x0011, secretSize: 48, privateKeySize: 48 }

export const parametersOf: Readonly<Record<1 | 2 | 3 | 7, SuiteParameters>> = {
  1: {
    name: 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519',
    hash: 'sha256',
    hashSize: 32,
    kem: x25519,
    kdf: 1,
    aead: 1,
    cipher: 'aes-128-gcm',
    keySize: 16,
    signature: 'ed25519',
  },
  2: {
    name: 'MLS_128_DHKEMP256_AES128GCM_SHA256_P256',
    hash: 'sha256',
    hashSize: 32,
    kem: p256,
    kdf: 1,
    aead: 1,
    cipher: 'aes-128-gcm',
    keySize: 16,
    signature: 'P-256',
  },
  3: {
    name: 'MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519',
    hash: 'sha256',
    hashSize: 32,
    kem: x25519,
    kdf: 1,
    aead: 3,
    cipher: 'chacha20-poly1305',
    keySize: 32,
    signature: 'ed25519',
  },
  7: {
    name: 'MLS_256_DHKEMP384_AES256GCM_SHA384_P384',
    hash: 'sha384',
    hashSize: 48,
    kem: p384,
    kdf: 2,
    aead: 2,
    cipher: 'aes-256-gcm',
    keySize: 32,
    signature: 'P-384',
  },
}
