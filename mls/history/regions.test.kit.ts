// For the history tests only: which bytes of a message are which field, read off the decoder's views into it.
import { decodeUint16 } from 'ts-mls/codec/number.js'
import { mapDecoders } from 'ts-mls/codec/tlsDecoder.js'
import type { MlsMessageContent } from 'ts-mls/message.js'
import { decodeMessageContent } from '../codec/syntax.ts'
import { decodeFront } from '../codec/tls.ts'

export interface Region {
  /** The way through the decoded message, without indices; 'structure' for numbers, lengths and choices between fields. */
  readonly name: string
  readonly start: number
  readonly end: number
}

const anyMessage = {
  what: 'MLSMessage',
  decode: mapDecoders([decodeUint16, decodeMessageContent], (_version, content) => content),
}

export function contentOf(message: Uint8Array): MlsMessageContent {
  return decodeFront(anyMessage, message).value
}

/** Every byte of the MLSMessage once, from front to back. */
export function regionsOf(message: Uint8Array): readonly Region[] {
  const fields = fieldsIn(contentOf(message), '').sort((a, b) => a.start - b.start)
  const regions: Region[] = []
  let at = 0
  for (const field of fields) {
    if (field.start > at) regions.push({ name: 'structure', start: at, end: field.start })
    regions.push(field)
    at = field.end
  }
  if (at < message.length) regions.push({ name: 'structure', start: at, end: message.length })
  return regions
}

/** Fields that begin or end elsewhere in a message with a changed length; none where it cannot be read any more. */
export function movedFields(message: Uint8Array, changed: Uint8Array): readonly string[] {
  const placeOf = ({ name, start, end }: Region) => `${name} ${start} ${end}`
  const places = new Set(regionsOf(message).map(placeOf))
  try {
    const moved = regionsOf(changed).filter((region) => region.name !== 'structure' && !places.has(placeOf(region)))
    return moved.map(({ name }) => name)
  } catch {
    return []
  }
}

function fieldsIn(value: unknown, name: string): Region[] {
  // The decoder works on one copy of the message from its first byte, so offsets in the copy are offsets in the message.
  if (value instanceof Uint8Array)
    return value.length === 0 ? [] : [{ name, start: value.byteOffset, end: value.byteOffset + value.length }]
  if (Array.isArray(value)) return value.flatMap((item: unknown) => fieldsIn(item, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => fieldsIn(item, name === '' ? key : `${name}.${key}`))
}

/** The message with one bit turned over. */
export function flipped(message: Uint8Array, at: number, bit: number): Uint8Array {
  const changed = message.slice()
  changed[at] = (changed[at] ?? 0) ^ (1 << bit)
  return changed
}
