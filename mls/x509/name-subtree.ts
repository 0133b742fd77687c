// Whether a name lies in a subtree of name constraints, form by form (RFC 5280 section 4.2.1.10).

import { isWithin } from './encoding/distinguished-name.ts'
import type { GeneralName } from './encoding/general-name.ts'

/** `unjudged`: one of the two is such that nobody can say, and the certificate has to be refused. */
export type Placing = 'inside' | 'outside' | 'unjudged'

/** Places `name` against the subtree below `base`; names of another form are outside. */
export function placeName(name: GeneralName, base: GeneralName): Placing {
  if (name.form === 'directoryName' && base.form === 'directoryName') return placed(isWithin(name.name, base.name))
  if (name.form === 'iPAddress' && base.form === 'iPAddress') return placeAddress(name.bytes, base.bytes)
  if ('text' in name && 'text' in base && name.form === base.form) {
    const constraint = base.text.toLowerCase()
    if (name.form === 'dNSName') return placeHost(name.text.toLowerCase(), constraint, 'with subdomains')
    return name.form === 'rfc822Name' ? placeMailbox(name.text, base.text) : placeUri(name.text, constraint)
  }
  return name.form === base.form ? 'unjudged' : 'outside'
}

function placed(inside: boolean): Placing {
  return inside ? 'inside' : 'outside'
}

/** Lower-case host against a host or, from a leading dot on, what lies below it; an empty constraint covers every host. */
function placeHost(host: string, constraint: string, reach: 'itself' | 'with subdomains'): Placing {
  if (constraint === '') return 'inside'
  if (constraint.startsWith('.')) return placed(host.endsWith(constraint) && host.length > constraint.length)
  return placed(host === constraint || (reach === 'with subdomains' && host.endsWith(`.${constraint}`)))
}

/** A constraint is a mailbox, a host whose mailboxes it covers, or a domain with a leading dot; local parts keep their case. */
function placeMailbox(mailbox: string, constraint: string): Placing {
  const at = mailbox.lastIndexOf('@')
  if (at < 1) return 'unjudged'
  const host = mailbox.slice(at + 1).toLowerCase()
  const wanted = constraint.lastIndexOf('@')
  if (wanted < 0) return placeHost(host, constraint.toLowerCase(), 'itself')
  const sameLocalPart = mailbox.slice(0, at) === constraint.slice(0, wanted)
  return placed(sameLocalPart && host === constraint.slice(wanted + 1).toLowerCase())
}

/** A constraint speaks of the host of a URI; a URI without one, or with an address for it, cannot be placed. */
function placeUri(uri: string, constraint: string): Placing {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1]
  const host = authority?.replace(/^.*@/, '').replace(/:\d*$/, '').toLowerCase()
  if (host === undefined || host === '' || host.startsWith('[') || /^[\d.]+$/.test(host)) return 'unjudged'
  return placeHost(host, constraint, 'itself')
}

/** A constraint is an address and its mask, 4 or 16 bytes each; addresses of the other family are outside. */
function placeAddress(address: Uint8Array, constraint: Uint8Array): Placing {
  const size = constraint.length / 2
  if ((size !== 4 && size !== 16) || (address.length !== 4 && address.length !== 16)) return 'unjudged'
  if (address.length !== size) return 'outside'
  return placed(
    address.every((byte, at) => {
      const mask = constraint[size + at] ?? 0
      return (byte & mask) === ((constraint[at] ?? 0) & mask)
    }),
  )
}
