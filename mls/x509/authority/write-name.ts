// Writes the distinguished names of an authority's certificates (RFC 5280 section 4.1.2.4).
import { tags } from '../encoding/der.ts'
import { writeDer, writeOid } from '../encoding/der-writer.ts'

/** One attribute of a subject, a relative distinguished name of its own; `type` as 'CN', 'O' or dotted. */
export interface NameAttribute {
  readonly type: string
  readonly value: string
  /** Default 'utf8String'. */
  readonly encoding?: keyof typeof encodings
}

const attributeTypes: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  C: '2.5.4.6',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  E: '1.2.840.113549.1.9.1',
}

/** Each kind of text: its tag, and how its characters become octets. */
const encodings = {
  utf8String: { tag: tags.utf8String, octets: (text: string) => Buffer.from(text) },
  printableString: { tag: tags.printableString, octets: (text: string) => Buffer.from(text, 'latin1') },
  ia5String: { tag: tags.ia5String, octets: (text: string) => Buffer.from(text, 'latin1') },
  bmpString: { tag: tags.bmpString, octets: (text: string) => Buffer.from(text, 'utf16le').swap16() },
  universalString: { tag: tags.universalString, octets: (text: string) => Buffer.concat([...text].map(codePoint)) },
} as const

/** The attributes as a Name, from the most general on. */
export function writeName(attributes: readonly NameAttribute[]): Uint8Array {
  const parts = attributes.map(({ type, value, encoding = 'utf8String' }) => {
    const { tag, octets } = encodings[encoding]
    const attribute = writeDer(tags.sequence, writeOid(attributeTypes[type] ?? type), writeDer(tag, octets(value)))
    return writeDer(tags.set, attribute)
  })
  return writeDer(tags.sequence, ...parts)
}

function codePoint(character: string): Buffer {
  const octets = Buffer.alloc(4)
  octets.writeUInt32BE(character.codePointAt(0) ?? 0)
  return octets
}
