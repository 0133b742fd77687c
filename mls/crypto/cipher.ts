// Fills ts-mls's cipher interface from the synchronous pieces beside this file.
import { timingSafeEqual } from 'node:crypto'
import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js'
import type { PrivateKey, PublicKey } from 'ts-mls/crypto/hpke.js'
import { copyBytes } from '../codec/bytes.ts'
import type { RandomBytes } from '../random.ts'
import { makeHashing } from './hash.ts'
import { makeHpke } from './hpke.ts'
import { parametersOf } from './parameters.ts'
import { makeSigning } from './signature.ts'

const empty = new Uint8Array()

/** The cipher of suite `id`; what it remembers of keys and good signatures it shares with all others of the process. */
export function loadCipher(id: 1 | 2 | 3 | 7, random: RandomBytes): CiphersuiteImpl {
  const parameters = parametersOf[id]
  const hashing = makeHashing(parameters.hash, parameters.hashSize)
  const signing = makeSigning(parameters.signature, random)
  const hpke = makeHpke(parameters, random)
  return {
    name: parameters.name,
    rng: { randomBytes: (length) => copyBytes(random(length)) },
    hash: {
      digest: async (data) => hashing.digest(data),
      mac: async (key, data) => hashing.mac(key, data),
      async verifyMac(key, tag, data) {
        const expected = hashing.mac(key, data)
        return expected.length === tag.length && timingSafeEqual(expected, tag)
      },
    },
    kdf: {
      size: hashing.size,
      extract: async (salt, ikm) => hashing.extract(salt, ikm),
      expand: async (prk, info, length) => hashing.expand(prk, info, length),
    },
    signature: {
      sign: async (key, message) => signing.sign(key, message),
      verify: async (key, message, signature) => signing.verify(key, message, signature),
      keygen: async () => signing.keygen(),
    },
    hpke: {
      keyLength: parameters.keySize,
      nonceLength: 12,
      seal: async (to, data, info, aad) => hpke.seal(bytesOf(to), info, { data, aad: aad ?? empty }),
      open: async (own, enc, data, info, aad) => hpke.open(bytesOf(own), enc, info)({ data, aad: aad ?? empty }),
      importPrivateKey: async (raw) => asKey<PrivateKey>(raw),
      importPublicKey: async (raw) => asKey<PublicKey>(raw),
      exportPrivateKey: async (key) => bytesOf(key),
      exportPublicKey: async (key) => bytesOf(key),
      encryptAead: async (key, nonce, aad, data) => hpke.encrypt(key, nonce, { data, aad: aad ?? empty }),
      decryptAead: async (key, nonce, aad, data) => hpke.decrypt(key, nonce, { data, aad: aad ?? empty }),
      exportSecret: async (to, context, length) => hpke.exportTo(bytesOf(to), context, length),
      importSecret: async (own, context, enc, length) => hpke.exportFrom(bytesOf(own), enc, context)(length),
      deriveKeyPair: async (ikm) => asPair(hpke.deriveKeyPair(ikm)),
      generateKeyPair: async () => asPair(hpke.generateKeyPair()),
    },
  }
}

// ts-mls only hands HPKE keys back to the provider that made them, so raw bytes serve as its key objects.
function asKey<Key extends PublicKey | PrivateKey>(raw: Uint8Array): Key {
  return raw as unknown as Key
}

function bytesOf(key: PublicKey | PrivateKey): Uint8Array {
  return key as unknown as Uint8Array
}

function asPair(pair: { privateKey: Uint8Array; publicKey: Uint8Array }) {
  return { privateKey: asKey<PrivateKey>(pair.privateKey), publicKey: asKey<PublicKey>(pair.publicKey) }
}
