// Distinguished names: read once, with the forms that comparison, constraints and handles need (RFC 5280 sections 4.1.2.4, 7.1).
import { hex } from '../../codec/bytes.ts'
import { children, type DerValue, expectTag, malformed, tags } from './der.ts'
import { readOid } from './der-primitive.ts'

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One common name: its text, or why it has none that a handle could be made of. */
export type CommonName = { readonly text: string } | { readonly unreadable: string }

export interface DistinguishedName {
  /** The name as encoded. */
  readonly der: Uint8Array
  /** Each relative distinguished name in the form that is compared: equal strings are equal names. */
  readonly parts: readonly string[]
  readonly commonNames: readonly CommonName[]
  /** Values of emailAddress attributes; undefined for one that is no text. */
  readonly emailAddresses: readonly (string | undefined)[]
}

interface Attribute {
  readonly type: string
  readonly value: DerValue
}

const commonName = '2.5.4.3'
const emailAddress = '1.2.840.113549.1.9.1'
const printable = /^[A-Za-z0-9 '()+,\-./:=?]*$/
const encodings: Readonly<Record<number, string>> = {
  [tags.teletexString]: 'TeletexString',
  [tags.universalString]: 'UniversalString',
  [tags.bmpString]: 'BMPString',
  [tags.ia5String]: 'IA5String',
}

/** Reads a Name. Throws MlsRejection('malformed'); text in another encoding than RFC 5280 asks for is kept and flagged. */
export function readName(value: DerValue, what: string): DistinguishedName {
  const relative = children(expectTag(value, tags.sequence, what)).map((part) => readRelative(part, what))
  const attributes = relative.flat()
  return {
    der: value.whole,
    parts: relative.map((part) => part.map(comparable).sort().join('+')),
    commonNames: attributes
      .filter(({ type }) => type === commonName)
      .map((attribute) => readCommonName(attribute.value)),
    emailAddresses: attributes.filter(({ type }) => type === emailAddress).map((attribute) => textOf(attribute.value)),
  }
}

/** Whether two names are the same (RFC 5280 section 7.1: case and repeated spaces make no difference). */
export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return a.parts.length === b.parts.length && isWithin(a, b)
}

/** Whether `name` lies in the subtree below `base`: its first parts are those of `base`. */
export function isWithin(name: DistinguishedName, base: DistinguishedName): boolean {
  return base.parts.every((part, at) => name.parts[at] === part)
}

export function isEmpty(name: DistinguishedName): boolean {
  return name.parts.length === 0
}

function readRelative(value: DerValue, what: string): readonly Attribute[] {
  const attributes = children(expectTag(value, tags.set, `a relative distinguished name of ${what}`))
  if (attributes.length === 0) throw malformed(`expected an attribute in each part of ${what}; found none`)
  return attributes.map((attribute) => {
    const [type, text, ...more] = children(expectTag(attribute, tags.sequence, `an attribute of ${what}`))
    if (type === undefined || text === undefined || more.length > 0)
      throw malformed(`expected type and value in an attribute of ${what}`)
    return { type: readOid(type, `the attribute type in ${what}`), value: text }
  })
}

function readCommonName(value: DerValue): CommonName {
  if (value.tag !== tags.utf8String && value.tag !== tags.printableString)
    return { unreadable: encodings[value.tag] ?? `a value of tag 0x${value.tag.toString(16)}` }
  const text = textOf(value)
  return text === undefined ? { unreadable: 'characters outside PrintableString' } : { text }
}

function textOf(value: DerValue): string | undefined {
  const bytes = Buffer.from(value.content)
  switch (value.tag) {
    case tags.utf8String: {
      const text = decodeUtf8(bytes)
      if (text === undefined) throw malformed('expected UTF-8 in a UTF8String of a name')
      return text
    }
    case tags.printableString:
      return printable.test(bytes.toString('latin1')) ? bytes.toString('latin1') : undefined
    case tags.ia5String:
      return bytes.every((byte) => byte < 0x80) ? bytes.toString('latin1') : undefined
    case tags.bmpString:
      return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : undefined
    default:
      return undefined
  }
}

/** Text is compared prepared, as RFC 4518 has it in substance; everything else by its encoding. */
function comparable({ type, value }: Attribute): string {
  const text = textOf(value)
  if (text === undefined) return `${type}=#${hex(value.whole)}`
  const prepared = text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')
  return `${type}=${JSON.stringify(prepared)}`
}

/** Text of UTF-8 bytes, or undefined where they are none. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}
