// HPKE base mode (RFC 9180) on node:crypto: seal, open and the secret export that MLS external commits use.
import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { RandomBytes } from '../random.ts'
import { type Curve, curves } from './curve.ts'
import { type Hashing, makeHashing, plain } from './hash.ts'
import type { SuiteParameters } from './parameters.ts'

interface KeyPair {
  readonly privateKey: Uint8Array
  readonly publicKey: Uint8Array
}

export interface HpkeSuite {
  readonly curve: Curve
  generateKeyPair(): KeyPair
  /** DeriveKeyPair of RFC 9180 section 7.1.3. */
  deriveKeyPair(ikm: Uint8Array): KeyPair
  seal(to: Uint8Array, info: Uint8Array, message: AeadInput): { enc: Uint8Array; ct: Uint8Array }
  /** Throws when the ciphertext does not open. */
  open(own: Uint8Array, enc: Uint8Array, info: Uint8Array): (message: AeadInput) => Uint8Array
  exportTo(to: Uint8Array, context: Uint8Array, length: number): { enc: Uint8Array; secret: Uint8Array }
  exportFrom(own: Uint8Array, enc: Uint8Array, context: Uint8Array): (length: number) => Uint8Array
  encrypt(key: Uint8Array, nonce: Uint8Array, message: AeadInput): Uint8Array
  decrypt(key: Uint8Array, nonce: Uint8Array, message: AeadInput): Uint8Array
}

/** Plaintext or ciphertext with its associated data. */
interface AeadInput {
  readonly data: Uint8Array
  readonly aad: Uint8Array
}

const version = Buffer.from('HPKE-v1')
const empty = new Uint8Array()
const nonceSize = 12
const tagSize = 16

export function makeHpke(parameters: SuiteParameters, random: RandomBytes): HpkeSuite {
  const { kem } = parameters
  const curve: Curve = curves[kem.curve]
  const hashing = makeHashing(parameters.hash, parameters.hashSize)
  // The KDF inside the KEM is HKDF with the same hash in every supported suite.
  const kemLabelled = labelled(hashing, Buffer.concat([Buffer.from('KEM'), uint16(kem.kem)]))
  const suiteId = [uint16(kem.kem), uint16(parameters.kdf), uint16(parameters.aead)]
  const suiteLabelled = labelled(hashing, Buffer.concat([Buffer.from('HPKE'), ...suiteId]))

  const deriveKeyPair = (ikm: Uint8Array): KeyPair => {
    const prk = kemLabelled.extract(empty, 'dkp_prk', ikm)
    if (kem.curve === 'x25519') return pairOf(kemLabelled.expand(prk, 'sk', { info: empty, length: 32 }))
    for (let counter = 0; counter < 256; counter++) {
      const candidate = { info: Uint8Array.of(counter), length: kem.privateKeySize }
      try {
        return pairOf(kemLabelled.expand(prk, 'candidate', candidate))
      } catch {
        // Not a scalar of the curve: the next candidate is taken (RFC 9180 section 7.1.3).
      }
    }
    throw new Error('no candidate of 256 is a private key')
  }
  const pairOf = (privateKey: Uint8Array): KeyPair => ({ privateKey, publicKey: curve.publicKey(privateKey) })
  const generateKeyPair = (): KeyPair => deriveKeyPair(random(kem.privateKeySize))

  const sharedSecret = (dh: Uint8Array, enc: Uint8Array, to: Uint8Array): Uint8Array => {
    const prk = kemLabelled.extract(empty, 'eae_prk', dh)
    return kemLabelled.expand(prk, 'shared_secret', { info: Buffer.concat([enc, to]), length: kem.secretSize })
  }
  const encapsulate = (to: Uint8Array) => {
    const ephemeral = generateKeyPair()
    const enc = ephemeral.publicKey
    return { enc, shared: sharedSecret(curve.sharedSecret(ephemeral.privateKey, to), enc, to) }
  }
  const decapsulate = (own: Uint8Array, enc: Uint8Array) =>
    sharedSecret(curve.sharedSecret(own, enc), enc, curve.publicKey(own))

  const pskIdHash = suiteLabelled.extract(empty, 'psk_id_hash', empty)
  const schedule = (shared: Uint8Array, info: Uint8Array) => {
    const context = Buffer.concat([Uint8Array.of(0), pskIdHash, suiteLabelled.extract(empty, 'info_hash', info)])
    const secret = suiteLabelled.extract(shared, 'secret', empty)
    return {
      key: () => suiteLabelled.expand(secret, 'key', { info: context, length: parameters.keySize }),
      nonce: () => suiteLabelled.expand(secret, 'base_nonce', { info: context, length: nonceSize }),
      exporter: () => suiteLabelled.expand(secret, 'exp', { info: context, length: hashing.size }),
    }
  }
  const exported = (shared: Uint8Array, context: Uint8Array, length: number) =>
    suiteLabelled.expand(schedule(shared, empty).exporter(), 'sec', { info: context, length })

  const encrypt = (key: Uint8Array, nonce: Uint8Array, { data, aad }: AeadInput) => {
    const cipher = createCipheriv(parameters.cipher as 'aes-128-gcm', key, nonce, { authTagLength: tagSize })
    cipher.setAAD(aad, { plaintextLength: data.length })
    return plain(Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]))
  }
  const decrypt = (key: Uint8Array, nonce: Uint8Array, { data, aad }: AeadInput) => {
    if (data.length < tagSize) throw new Error('ciphertext shorter than its tag')
    const decipher = createDecipheriv(parameters.cipher as 'aes-128-gcm', key, nonce, { authTagLength: tagSize })
    const body = data.subarray(0, data.length - tagSize)
    decipher.setAAD(aad, { plaintextLength: body.length })
    decipher.setAuthTag(data.subarray(body.length))
    return plain(Buffer.concat([decipher.update(body), decipher.final()]))
  }

  return {
    curve,
    generateKeyPair,
    deriveKeyPair,
    encrypt,
    decrypt,
    seal(to, info, message) {
      const { enc, shared } = encapsulate(to)
      const { key, nonce } = schedule(shared, info)
      return { enc, ct: encrypt(key(), nonce(), message) }
    },
    open(own, enc, info) {
      const { key, nonce } = schedule(decapsulate(own, enc), info)
      return (message) => decrypt(key(), nonce(), message)
    },
    exportTo(to, context, length) {
      const { enc, shared } = encapsulate(to)
      return { enc, secret: exported(shared, context, length) }
    },
    exportFrom: (own, enc, context) => (length) => exported(decapsulate(own, enc), context, length),
  }
}

/** LabeledExtract and LabeledExpand of RFC 9180 section 4. */
function labelled(hashing: Hashing, suiteId: Uint8Array) {
  return {
    extract: (salt: Uint8Array, label: string, ikm: Uint8Array) =>
      hashing.extract(salt, Buffer.concat([version, suiteId, Buffer.from(label), ikm])),
    expand: (prk: Uint8Array, label: string, output: { info: Uint8Array; length: number }) =>
      hashing.expand(
        prk,
        Buffer.concat([uint16(output.length), version, suiteId, Buffer.from(label), output.info]),
        output.length,
      ),
  }
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff)
}
