// Published vectors for what lies under MLS: hashing, key derivation, signatures, HPKE, transcripts, vector lengths.
import assert from 'node:assert/strict'
import { decodeAuthenticatedContent, encodeAuthenticatedContent } from 'ts-mls/authenticatedContent.js'
import { determineLength } from 'ts-mls/codec/variableLength.js'
import { refhash } from 'ts-mls/crypto/hash.js'
import { decryptWithLabel, encryptWithLabel } from 'ts-mls/crypto/hpke.js'
import { deriveSecret, deriveTreeSecret, expandWithLabel } from 'ts-mls/crypto/kdf.js'
import { signWithLabel, verifyWithLabel } from 'ts-mls/crypto/signature.js'
import { verifyConfirmationTag } from 'ts-mls/framedContent.js'
import { computePskSecret, decodePskId } from 'ts-mls/presharedkey.js'
import { createConfirmedHash, createInterimHash } from 'ts-mls/transcriptHash.js'
import { hex } from '../codec/bytes.ts'
import { bytes, type Hex, vectorFile, vectorFileOfSuites } from './vector-file.ts'

interface Basics {
  readonly cipher_suite: number
  readonly ref_hash: { readonly label: string; readonly value: Hex; readonly out: Hex }
  readonly expand_with_label: Labelled & { readonly context: Hex; readonly length: number }
  readonly derive_secret: Labelled
  readonly derive_tree_secret: Labelled & { readonly generation: number; readonly length: number }
  readonly sign_with_label: { priv: Hex; pub: Hex; content: Hex; label: string; signature: Hex }
  readonly encrypt_with_label: {
    readonly priv: Hex
    readonly pub: Hex
    readonly label: string
    readonly context: Hex
    readonly plaintext: Hex
    readonly kem_output: Hex
    readonly ciphertext: Hex
  }
}

interface Labelled {
  readonly secret: Hex
  readonly label: string
  readonly out: Hex
}

export const cryptoBasics = vectorFileOfSuites<Basics>(
  { name: 'crypto-basics', fact: 'the crypto provider gives the published results' },
  async ({ cipher }, each) => {
    const { ref_hash: ref, expand_with_label: expand, derive_secret: derive, derive_tree_secret: tree } = each
    assert.equal(hex(await refhash(ref.label, bytes(ref.value), cipher.hash)), ref.out)
    const { kdf, hpke, signature } = cipher
    assert.equal(
      hex(await expandWithLabel(bytes(expand.secret), expand.label, bytes(expand.context), expand.length, kdf)),
      expand.out,
    )
    assert.equal(hex(await deriveSecret(bytes(derive.secret), derive.label, kdf)), derive.out)
    assert.equal(
      hex(await deriveTreeSecret(bytes(tree.secret), tree.label, tree.generation, tree.length, kdf)),
      tree.out,
    )

    const signed = each.sign_with_label
    const content = bytes(signed.content)
    assert.ok(await verifyWithLabel(bytes(signed.pub), signed.label, content, bytes(signed.signature), signature))
    const again = await signWithLabel(bytes(signed.priv), signed.label, content, signature)
    assert.ok(await verifyWithLabel(bytes(signed.pub), signed.label, content, again, signature))
    assert.ok(!(await verifyWithLabel(bytes(signed.pub), 'Other', content, again, signature)))

    const sealed = each.encrypt_with_label
    const own = await hpke.importPrivateKey(bytes(sealed.priv))
    const context = bytes(sealed.context)
    const opened = (kem: Uint8Array, data: Uint8Array) => decryptWithLabel(own, sealed.label, context, kem, data, hpke)
    assert.equal(hex(await opened(bytes(sealed.kem_output), bytes(sealed.ciphertext))), sealed.plaintext)
    const to = await hpke.importPublicKey(bytes(sealed.pub))
    const { enc, ct } = await encryptWithLabel(to, sealed.label, context, bytes(sealed.plaintext), hpke)
    assert.equal(hex(await opened(enc, ct)), sealed.plaintext)
  },
)

interface Transcript {
  readonly cipher_suite: number
  readonly confirmation_key: Hex
  readonly authenticated_content: Hex
  readonly interim_transcript_hash_before: Hex
  readonly confirmed_transcript_hash_after: Hex
  readonly interim_transcript_hash_after: Hex
}

export const transcriptHashes = vectorFileOfSuites<Transcript>(
  { name: 'transcript-hashes', fact: 'confirmed and interim hashes and the tag agree' },
  async ({ cipher }, each) => {
    const decoded = decodeAuthenticatedContent(bytes(each.authenticated_content), 0)?.[0] ?? assert.fail('undecodable')
    assert.equal(hex(encodeAuthenticatedContent(decoded)), each.authenticated_content)
    const { content, auth, wireformat } = decoded
    if (content.contentType !== 'commit' || auth.contentType !== 'commit') assert.fail('expected a commit')
    const before = bytes(each.interim_transcript_hash_before)
    const confirmed = await createConfirmedHash(before, { wireformat, content, signature: auth.signature }, cipher.hash)
    assert.equal(hex(confirmed), each.confirmed_transcript_hash_after)
    const interim = await createInterimHash(confirmed, auth.confirmationTag, cipher.hash)
    assert.equal(hex(interim), each.interim_transcript_hash_after)
    assert.ok(await verifyConfirmationTag(bytes(each.confirmation_key), auth.confirmationTag, confirmed, cipher.hash))
  },
)

interface PskSecret {
  readonly cipher_suite: number
  readonly psks: readonly { readonly psk_id: Hex; readonly psk: Hex; readonly psk_nonce: Hex }[]
  readonly psk_secret: Hex
}

export const pskSecret = vectorFileOfSuites<PskSecret>(
  { name: 'psk_secret', fact: 'PSK secrets agree' },
  async ({ cipher }, each) => {
    const psks = each.psks.map(({ psk_id, psk, psk_nonce }): Parameters<typeof computePskSecret>[0][number] => [
      { psktype: 'external', pskId: bytes(psk_id), pskNonce: bytes(psk_nonce) },
      bytes(psk),
    ])
    assert.equal(hex(await computePskSecret(psks, cipher)), each.psk_secret)
    assert.equal(decodePskId(new Uint8Array([9]), 0), undefined)
  },
)

export const deserialization = vectorFile<{ readonly vlbytes_header: Hex; readonly length: number }>(
  { name: 'deserialization', fact: 'lengths of vectors are read as published' },
  ({ vlbytes_header: header, length }) => {
    // Only the header is given, so the bytes it announces need not be there.
    assert.equal(determineLength(bytes(header)).length, length)
  },
)
