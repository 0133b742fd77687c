// The wire's primitive codecs, shared by every edition: Base64, base64url, UTF-8, decimal integers, path segments.
// A codec that refuses names the problem code in `params.problem`, so that a gateway can answer with it.
import { z } from 'zod'

/** Octets, whatever buffer is behind them. */
export const octets = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'expected octets')

/** RFC 4648 section 4: standard alphabet, padded, canonical trailing bits, no white space. */
export const base64 = z.codec(z.string().meta({ contentEncoding: 'base64' }), octets, {
  decode: (text, context) => {
    const bytes = Buffer.from(text, 'base64')
    if (bytes.toString('base64') === text) return new Uint8Array(bytes)
    context.issues.push({
      code: 'custom',
      input: text,
      message: 'expected canonical padded Base64 (RFC 4648, section 4)',
      params: { problem: 'malformed-base64' },
    })
    return z.NEVER
  },
  encode: (bytes) => viewOf(bytes).toString('base64'),
})

/** The same octets, not copied. */
function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A JSON string that stands for its UTF-8 octets; octets that are not UTF-8 cannot be written. */
export const utf8 = z.codec(z.string(), octets, {
  decode: (text, context) => {
    if (text.isWellFormed()) return new TextEncoder().encode(text)
    context.issues.push({ code: 'custom', input: text, message: 'expected a string without lone surrogates' })
    return z.NEVER
  },
  encode: (bytes, context) => {
    try {
      return strictUtf8.decode(bytes)
    } catch {
      context.issues.push({ code: 'custom', input: bytes, message: 'expected octets that are valid UTF-8' })
      return z.NEVER
    }
  },
})

/** Decimal digits without sign, exponent or leading zeros, up to 2^64-1. */
export const uint64 = z.codec(
  z.string().regex(/^(0|[1-9][0-9]{0,19})$/),
  z
    .bigint()
    .nonnegative()
    .max(2n ** 64n - 1n),
  {
    decode: (text) => BigInt(text),
    encode: (value) => value.toString(),
  },
)

/** Decimal digits in a query, 0 to 65535. */
export const uint16Text = z.codec(z.string().regex(/^(0|[1-9][0-9]{0,4})$/), z.int().min(0).max(65535), {
  decode: (text) => Number(text),
  encode: (value) => String(value),
})

const percentEncoded = /^(?:[^%]|%[0-9A-Fa-f]{2})*$/
const wrongPercents = 'expected valid percent-encoding'

/** A raw path segment that stands for its percent-decoded octets. */
export const segmentOctets = z.codec(z.string(), octets, {
  decode: (raw, context) => {
    if (percentEncoded.test(raw)) return percentDecoded(raw)
    context.issues.push({ code: 'custom', input: raw, message: wrongPercents })
    return z.NEVER
  },
  encode: encodedSegment,
})

const percent = 0x25

function percentDecoded(raw: string): Uint8Array {
  const written = Buffer.from(raw)
  const decoded = new Uint8Array(written.length)
  let length = 0
  for (let index = 0; index < written.length; index++) {
    const octet = written[index] ?? 0
    if (octet === percent) {
      decoded[length++] = Number.parseInt(written.toString('latin1', index + 1, index + 3), 16)
      index += 2
    } else decoded[length++] = octet
  }
  return decoded.slice(0, length)
}

function encodedSegment(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => {
    const character = String.fromCharCode(octet)
    return /[A-Za-z0-9\-_.~]/.test(character) ? character : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')
}

/** A raw path segment that stands for text. */
export const segmentText = z.codec(z.string(), z.string(), {
  decode: (raw, context) => {
    try {
      return decodeURIComponent(raw)
    } catch {
      const message = percentEncoded.test(raw) ? 'expected a UTF-8 path segment' : wrongPercents
      context.issues.push({ code: 'custom', input: raw, message })
      return z.NEVER
    }
  },
  encode: (text) => encodedSegment(new TextEncoder().encode(text)),
})

/** Text in canonical, unpadded base64url (RFC 4648 section 5). */
const base64url = z.codec(z.string(), octets, {
  decode: (text, context) => {
    const bytes = new Uint8Array(Buffer.from(text, 'base64url'))
    if (Buffer.from(bytes).toString('base64url') === text) return bytes
    context.issues.push({
      code: 'custom',
      input: text,
      message: 'expected canonical unpadded base64url (RFC 4648, section 5)',
      params: { problem: 'malformed-base64' },
    })
    return z.NEVER
  },
  encode: (bytes) => Buffer.from(bytes).toString('base64url'),
})

/** A raw path segment that, decoded once like every other, stands for octets in base64url. */
export const segmentBase64url = segmentText.pipe(base64url)
