// Bytes to decoded objects on the public side: the syntax first, then the checks on how it was encoded.
import { decodeUint16 } from 'ts-mls/codec/number.js'
import { type Decoder, mapDecoders } from 'ts-mls/codec/tlsDecoder.js'
import { encode } from 'ts-mls/codec/tlsEncoder.js'
import { type MlsMessageContent, mlsMessageContentEncoder } from 'ts-mls/message.js'
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { runChecks } from '../checks/check.ts'
import type { Rules } from '../checks/contexts.ts'
import { equalBytes } from '../codec/bytes.ts'
import { encodePublicMessage, hasLongVector } from '../codec/encoding.ts'
import { writeNodes } from '../codec/message.ts'
import { vouchFor } from '../codec/octets.ts'
import { decodeMessageContent, decodeNodes } from '../codec/syntax.ts'
import { decodeFront, malformed } from '../codec/tls.ts'
import { join } from '../codec/write.ts'
import { MlsRejection, type MlsRejectionCode } from '../rejection.ts'

type WireFormat = MlsMessageContent['wireformat']
type ContentOf<Format extends WireFormat> = Extract<MlsMessageContent, { wireformat: Format }>

const publicMessageFormat = Uint8Array.of(0, 1)

interface Versioned {
  readonly version: number
  readonly content: MlsMessageContent
}

const decodeVersioned: Decoder<Versioned> = mapDecoders([decodeUint16, decodeMessageContent], (version, content) => ({
  version,
  content,
}))

/**
 * The content of an MLSMessage of one of the `wanted` wire formats. Throws MlsRejection: 'malformed' for bytes that are none
 * or not canonical, `code` for another version or wire format.
 */
export async function decodeMessage<Format extends WireFormat>(
  bytes: Uint8Array,
  { wanted, code }: { readonly wanted: readonly Format[]; readonly code: MlsRejectionCode },
  rules: Pick<Rules, 'checks'>,
): Promise<ContentOf<Format>> {
  const { value, length, own } = decodeFront({ what: 'MLSMessage', decode: decodeVersioned }, bytes)
  const { version, content } = value
  const { wireformat } = content
  const canonical = equalBytes(encodeAgain(content), bytes.subarray(2, length))
  if (canonical) vouchFor(own)
  await runChecks(rules.checks.decoding, {
    code,
    what: 'MLSMessage',
    surplus: bytes.length - length,
    canonical,
    message: { version, wireformat },
    wanted,
  })
  const isWanted = (given: MlsMessageContent): given is ContentOf<Format> =>
    wanted.some((format) => format === given.wireformat)
  // Where a faulty gateway leaves out the check on the wire format, there is still nothing it could read.
  if (!isWanted(content))
    throw new MlsRejection(code, { row: 'FR-03', section: '9420 section 6' }, `cannot read ${wireformat} here`)
  return content
}

/** What follows the version. Refuses messages of more entries in a vector than a group needs, where ts-mls's encoder runs out of stack. */
function encodeAgain(content: MlsMessageContent): Uint8Array {
  try {
    return content.wireformat === 'mls_public_message' && !hasLongVector(content.publicMessage)
      ? join([publicMessageFormat, encodePublicMessage(content.publicMessage)])
      : encode(mlsMessageContentEncoder)(content)
  } catch (error) {
    if (error instanceof RangeError) throw malformed('expected vectors of fewer entries; found too many to handle')
    throw error
  }
}

/** The nodes as sent; trailing blanks are left for check RT-01. Throws MlsRejection('malformed'). */
export async function decodeTree(bytes: Uint8Array, rules: Pick<Rules, 'checks'>): Promise<RatchetTree> {
  const what = 'ratchet_tree'
  const { value, length, own } = decodeFront({ what, decode: decodeNodes }, bytes)
  const canonical = equalBytes(writeNodes(value), bytes.subarray(0, length))
  if (canonical) vouchFor(own)
  await runChecks(rules.checks.decoding, { code: 'malformed', what, surplus: bytes.length - length, canonical })
  return value
}
