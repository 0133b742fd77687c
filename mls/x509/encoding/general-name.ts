// GeneralName: the names of alternative-name and name-constraint extensions (RFC 5280 sections 4.2.1.6 and 4.2.1.10).
import { constructedContext, context, type DerValue, malformed, readDer } from './der.ts'
import { readAscii } from './der-primitive.ts'
import { type DistinguishedName, readName } from './distinguished-name.ts'

type TextForm = 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier'

export type GeneralName =
  | { readonly form: TextForm; readonly text: string }
  | { readonly form: 'iPAddress'; readonly bytes: Uint8Array }
  | { readonly form: 'directoryName'; readonly name: DistinguishedName }
  /** Forms that are only ever recognised: nothing here can compare their values. */
  | { readonly form: 'otherName' | 'x400Address' | 'ediPartyName' | 'registeredID' }

const textForms: Readonly<Record<number, TextForm>> = {
  [context(1)]: 'rfc822Name',
  [context(2)]: 'dNSName',
  [context(6)]: 'uniformResourceIdentifier',
}
const opaqueForms: Readonly<Record<number, 'otherName' | 'x400Address' | 'ediPartyName' | 'registeredID'>> = {
  [constructedContext(0)]: 'otherName',
  [constructedContext(3)]: 'x400Address',
  [constructedContext(5)]: 'ediPartyName',
  [context(8)]: 'registeredID',
}

/** Reads one GeneralName; an iPAddress keeps its bytes, with the mask where it is a constraint. */
export function readGeneralName(value: DerValue): GeneralName {
  const text = textForms[value.tag]
  if (text !== undefined) return { form: text, text: readAscii(value, text) }
  if (value.tag === context(7)) return { form: 'iPAddress', bytes: value.content }
  if (value.tag === constructedContext(4))
    return { form: 'directoryName', name: readName(readDer(value.content), 'directoryName') }
  const opaque = opaqueForms[value.tag]
  if (opaque === undefined) throw malformed(`expected a general name; found tag 0x${value.tag.toString(16)}`)
  return { form: opaque }
}
