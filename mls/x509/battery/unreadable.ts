// The battery's chains with a certificate that cannot be read: encodings that are not DER or not X.509.
import { constructedContext, tags } from '../encoding/der.ts'
import { writeDer, writeOid } from '../encoding/der-writer.ts'
import { extensionIds } from '../encoding/extensions.ts'
import { changingExtensions, place, replacing } from './alter.ts'
import { type Changes, family, makeFamily, type Recipe } from './recipe.ts'

const lenient = 'OpenSSL reads more than DER, and fewer members than there are'
const refused = { refusedBy: 'malformed' }
const refusedHere = { refusedBy: 'malformed', opensslDiffers: lenient }

/** The leaf's bytes put otherwise, after it was signed. */
function bytes(name: string, change: (der: Uint8Array) => Uint8Array, opensslDiffers?: string): Recipe {
  return {
    name: `unreadable: ${name}`,
    refusedBy: 'malformed',
    ...(opensslDiffers === undefined ? {} : { opensslDiffers }),
    async make(workshop) {
      const { chain, anchors } = await makeFamily(workshop)
      return { chain: chain.map((der, at) => (at === 0 ? change(der) : der)), anchors }
    },
  }
}

/** A member of the leaf replaced before it was signed. */
function member(name: string, at: number, value: Uint8Array, verdict: typeof refused): Recipe {
  return family(`unreadable: ${name}`, { device: { forgery: { signed: replacing(at, value) } } }, verdict)
}

function extension(name: string, id: string, value: Uint8Array, verdict: typeof refused = refused): Recipe {
  const device: Changes['device'] = { without: [id], keyUsage: [], extensions: [{ id, critical: true, value }] }
  return family(`unreadable: ${name}`, { device }, verdict)
}

const utc = (text: string) => writeDer(tags.utcTime, Buffer.from(text))
const validity = (notBefore: Uint8Array, notAfter: Uint8Array) => writeDer(tags.sequence, notBefore, notAfter)
const good = utc('490101000000Z')

export const unreadableChains: readonly Recipe[] = [
  bytes('no bytes', () => new Uint8Array()),
  bytes('one byte', () => Uint8Array.of(0x30)),
  bytes('noise', (der) => der.map((_, at) => (at * 73 + 5) & 0xff)),
  bytes('last byte missing', (der) => der.slice(0, -1)),
  bytes('a byte too many', (der) => Buffer.concat([der, Buffer.of(0)]), lenient),
  bytes('PEM', (der) => Buffer.from(`-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n`)),
  bytes('length longer than needed', (der) => Buffer.concat([Buffer.from([0x30, 0x83, 0]), der.subarray(2)]), lenient),
  bytes(
    'indefinite length',
    (der) => Buffer.concat([Buffer.from([0x30, 0x80]), der.subarray(4), Buffer.alloc(2)]),
    lenient,
  ),
  bytes('public key in place of a certificate', (der) => der.slice(der.length - 120, der.length - 76)),
  member(
    'version 4',
    place.version,
    writeDer(constructedContext(0), writeDer(tags.integer, Buffer.of(3))),
    refusedHere,
  ),
  member('serial number longer than needed', place.serialNumber, writeDer(tags.integer, Buffer.of(0, 1)), refused),
  member('validity of one date', place.validity, writeDer(tags.sequence, good), refused),
  member('date without seconds', place.validity, validity(utc('2501010000Z'), good), refused),
  member('date off Zulu', place.validity, validity(utc('250101000000+0100'), good), refused),
  member('date that does not exist', place.validity, validity(utc('250231000000Z'), good), refused),
  member(
    'date with fractions',
    place.validity,
    validity(writeDer(tags.generalizedTime, Buffer.from('20250101000000.5Z')), good),
    refused,
  ),
  member('subject that is no sequence', place.subject, writeDer(tags.set), refused),
  member('subject with an empty part', place.subject, writeDer(tags.sequence, writeDer(tags.set)), refused),
  family(
    'unreadable: critical flag that is neither true nor false',
    {
      device: {
        forgery: {
          signed: (members) =>
            changingExtensions(members, (list) => [
              ...list,
              writeDer(
                tags.sequence,
                writeOid('1.2.3'),
                writeDer(tags.boolean, Buffer.of(1)),
                writeDer(tags.octetString),
              ),
            ]),
        },
      },
    },
    refused,
  ),
  family(
    'unreadable: empty list of extensions',
    { device: { forgery: { signed: (members) => changingExtensions(members, () => []) } } },
    refused,
  ),
  extension('basicConstraints of noise', extensionIds.basicConstraints, Buffer.from('3003020100ff', 'hex')),
  extension('key usage of no bits', extensionIds.keyUsage, Buffer.from('0300', 'hex')),
  extension(
    'alternative name with bytes beyond ASCII',
    extensionIds.subjectAltName,
    Buffer.from('3003820 1ff'.replace(' ', ''), 'hex'),
    refusedHere,
  ),
  extension('name constraints of noise', extensionIds.nameConstraints, Buffer.from('0500', 'hex')),
  extension('policy constraints of nothing', extensionIds.policyConstraints, Buffer.from('3000', 'hex')),
  extension('negative path length', extensionIds.basicConstraints, Buffer.from('30060101ff0201ff', 'hex')),
  {
    name: 'unreadable: root',
    refusedBy: 'malformed',
    opensslDiffers: lenient,
    async make(workshop) {
      const { chain, anchors } = await makeFamily(workshop)
      return { chain: chain.map((der, at) => (at === 2 ? der.slice(0, -1) : der)), anchors }
    },
  },
]
