// The battery's chains under name constraints, form by form, kept and broken (RFC 5280 section 4.2.1.10).
import { writeDer } from '../encoding/der-writer.ts'
import { family, makeFamily, type Recipe } from './recipe.ts'
import { alternativeNames, generalName, nameConstraints } from './write-extension.ts'

const { mailbox, dns, uri, ip, registeredId, directory } = generalName

interface Case {
  readonly name: string
  readonly permitted?: readonly Uint8Array[]
  readonly excluded?: readonly Uint8Array[]
  readonly names: readonly Uint8Array[]
  readonly refusedBy?: string
  readonly opensslDiffers?: string
}

/** Constraints of the account on the leaf's alternative names. */
const cases: readonly Case[] = [
  { name: 'host permitted', permitted: [dns('a.example')], names: [dns('a.example')] },
  { name: 'subdomain permitted', permitted: [dns('a.example')], names: [dns('x.y.A.Example')] },
  { name: 'one of two subtrees', permitted: [dns('b.example'), dns('a.example')], names: [dns('x.a.example')] },
  { name: 'form without constraint', permitted: [dns('a.example')], names: [mailbox('alice@b.example')] },
  {
    name: 'host not permitted',
    permitted: [dns('a.example')],
    names: [dns('b.example')],
    refusedBy: 'permitted names',
  },
  {
    name: 'host that only ends alike',
    permitted: [dns('a.example')],
    names: [dns('aa.example')],
    refusedBy: 'permitted names',
  },
  {
    name: 'second host not permitted',
    permitted: [dns('a.example')],
    names: [dns('a.example'), dns('b.example')],
    refusedBy: 'permitted names',
  },
  { name: 'host excluded', excluded: [dns('a.example')], names: [dns('x.a.example')], refusedBy: 'excluded names' },
  { name: 'another host excluded', excluded: [dns('b.example')], names: [dns('x.a.example')] },
  {
    name: 'permitted and excluded',
    permitted: [dns('a.example')],
    excluded: [dns('x.a.example')],
    names: [dns('x.a.example')],
    refusedBy: 'excluded names',
  },
  { name: 'mailbox permitted', permitted: [mailbox('alice@a.example')], names: [mailbox('alice@A.example')] },
  {
    name: 'mailbox of another case',
    permitted: [mailbox('alice@a.example')],
    names: [mailbox('Alice@a.example')],
    refusedBy: 'permitted names',
  },
  { name: 'mailbox at a permitted host', permitted: [mailbox('a.example')], names: [mailbox('bob@a.example')] },
  {
    name: 'mailbox below a host',
    permitted: [mailbox('a.example')],
    names: [mailbox('bob@x.a.example')],
    refusedBy: 'permitted names',
  },
  { name: 'mailbox below a permitted domain', permitted: [mailbox('.a.example')], names: [mailbox('bob@x.a.example')] },
  {
    name: 'mailbox at the domain itself',
    permitted: [mailbox('.a.example')],
    names: [mailbox('bob@a.example')],
    refusedBy: 'permitted names',
  },
  {
    name: 'mailbox excluded',
    excluded: [mailbox('a.example')],
    names: [mailbox('bob@a.example')],
    refusedBy: 'excluded names',
  },
  {
    name: 'mailbox without a host',
    permitted: [mailbox('a.example')],
    names: [mailbox('bob')],
    refusedBy: 'permitted names',
  },
  {
    name: 'URI at a permitted host',
    permitted: [uri('a.example')],
    names: [uri('mimi://a.example:8443/d/phone')],
  },
  {
    name: 'URI at a permitted host, with a user',
    permitted: [uri('a.example')],
    names: [uri('mimi://alice@a.example/d/phone')],
    opensslDiffers: 'OpenSSL takes the user for a part of the host',
  },
  { name: 'URI below a permitted domain', permitted: [uri('.a.example')], names: [uri('https://x.a.example/')] },
  {
    name: 'URI at another host',
    permitted: [uri('a.example')],
    names: [uri('https://b.example/a.example')],
    refusedBy: 'permitted names',
  },
  {
    name: 'URI excluded',
    excluded: [uri('a.example')],
    names: [uri('https://a.example/')],
    refusedBy: 'excluded names',
  },
  {
    name: 'URI without a host',
    permitted: [uri('a.example')],
    names: [uri('urn:uuid:0')],
    refusedBy: 'permitted names',
  },
  {
    name: 'URI with an address for a host',
    excluded: [uri('a.example')],
    names: [uri('https://192.0.2.1/')],
    refusedBy: 'excluded names',
    opensslDiffers: 'OpenSSL takes an address for another host; section 4.2.1.10 wants it refused',
  },
  { name: 'IPv4 permitted', permitted: [ip(192, 0, 2, 0, 255, 255, 255, 0)], names: [ip(192, 0, 2, 77)] },
  {
    name: 'IPv4 not permitted',
    permitted: [ip(192, 0, 2, 0, 255, 255, 255, 0)],
    names: [ip(192, 0, 3, 77)],
    refusedBy: 'permitted names',
  },
  {
    name: 'IPv4 excluded',
    excluded: [ip(192, 0, 2, 0, 255, 255, 255, 0)],
    names: [ip(192, 0, 2, 77)],
    refusedBy: 'excluded names',
  },
  {
    name: 'IPv6 permitted',
    permitted: [ip(...Array(16).fill(0x20), ...Array(16).fill(0xff))],
    names: [ip(...Array(16).fill(0x20))],
  },
  {
    name: 'IPv6 under a constraint on IPv4',
    permitted: [ip(192, 0, 2, 0, 255, 255, 255, 0)],
    names: [ip(...Array(16).fill(0x20))],
    refusedBy: 'permitted names',
  },
  { name: 'unsupported form constrained, none there', permitted: [registeredId('1.2.3')], names: [dns('a.example')] },
  {
    name: 'unsupported form constrained and there',
    permitted: [registeredId('1.2.3')],
    names: [registeredId('1.2.3')],
    refusedBy: 'permitted names',
  },
  {
    name: 'unsupported form excluded and there',
    excluded: [registeredId('1.2.3')],
    names: [registeredId('1.2.4')],
    refusedBy: 'excluded names',
  },
]

const onAlternativeNames = cases.map(({ name, permitted, excluded, names, refusedBy, opensslDiffers }) =>
  family(
    `constraints: ${name}`,
    {
      account: {
        extensions: [nameConstraints({ ...(permitted && { permitted }), ...(excluded && { excluded }) })],
      },
      device: { extensions: [alternativeNames(...names)] },
    },
    { ...(refusedBy && { refusedBy }), ...(opensslDiffers && { opensslDiffers }) },
  ),
)

const organisation = '2.5.4.10'
const commonName = '2.5.4.3'
const ofExample = directory([organisation, 'Example'])
const inExample = (commonName: string) => [
  { type: 'O', value: 'Example' },
  { type: 'CN', value: commonName },
]

const onSubjects: readonly Recipe[] = [
  family('constraints: subject permitted', {
    account: { extensions: [nameConstraints({ permitted: [ofExample] })] },
    device: { subject: inExample('phone') },
  }),
  family('constraints: subject permitted in another case', {
    account: { extensions: [nameConstraints({ permitted: [directory([organisation, 'EXAMPLE'])] })] },
    device: { subject: inExample('phone') },
  }),
  family(
    'constraints: subject not permitted',
    { account: { extensions: [nameConstraints({ permitted: [ofExample] })] } },
    { refusedBy: 'permitted names' },
  ),
  family(
    'constraints: subject excluded',
    { account: { extensions: [nameConstraints({ excluded: [directory([commonName, 'phone'])] })] } },
    { refusedBy: 'excluded names' },
  ),
  family(
    'constraints: all subjects excluded',
    { account: { extensions: [nameConstraints({ excluded: [directory()] })] } },
    { refusedBy: 'excluded names' },
  ),
  family(
    'constraints: directory name beside the subject not permitted',
    {
      account: { extensions: [nameConstraints({ permitted: [ofExample] })] },
      device: { subject: inExample('phone'), extensions: [alternativeNames(directory([organisation, 'Other']))] },
    },
    { refusedBy: 'permitted names' },
  ),
  family(
    'constraints: mail address in the subject not permitted',
    {
      account: { extensions: [nameConstraints({ permitted: [mailbox('a.example')] })] },
      device: { subject: [{ type: 'E', value: 'bob@b.example', encoding: 'ia5String' }] },
    },
    { refusedBy: 'permitted names' },
  ),
  family(
    'constraints: of the root, broken by the account',
    { root: { extensions: [nameConstraints({ permitted: [ofExample] })] }, device: { subject: inExample('phone') } },
    { refusedBy: 'permitted names' },
  ),
  family(
    'constraints: of the root, broken by the leaf',
    {
      root: { extensions: [nameConstraints({ permitted: [ofExample] })] },
      account: { subject: inExample('alice') },
    },
    { refusedBy: 'permitted names' },
  ),
  family(
    'constraints: of the root, wider ones below',
    {
      root: { extensions: [nameConstraints({ permitted: [dns('a.example')] })] },
      account: { extensions: [nameConstraints({ permitted: [dns('example')] })] },
      device: { extensions: [alternativeNames(dns('b.example'))] },
    },
    { refusedBy: 'permitted names' },
  ),
  {
    name: 'constraints: self-issued certificate on the way exempt',
    async make(workshop) {
      const { root } = await makeFamily(workshop, {
        root: { extensions: [nameConstraints({ permitted: [ofExample] })] },
      })
      const renewed = await root.createSubordinate({ subject: 'a.example' })
      const leaf = await renewed.issue({ subject: inExample('phone'), publicKey: workshop.deviceKey })
      return { chain: [leaf, renewed.certificate, root.certificate], anchors: [root.certificate] }
    },
  },
  {
    name: 'constraints: self-issued leaf not exempt',
    refusedBy: 'permitted names',
    async make(workshop) {
      const { root } = await makeFamily(workshop, {
        root: { extensions: [nameConstraints({ permitted: [ofExample] })] },
      })
      const leaf = await root.issue({ subject: 'a.example', publicKey: workshop.deviceKey })
      return { chain: [leaf, root.certificate], anchors: [root.certificate] }
    },
  },
]

const bounded = (tag: number, value: number) => [writeDer(tag, Buffer.of(value))]

const bounds: readonly Recipe[] = [
  family(
    'constraints: subtree with a minimum',
    {
      account: { extensions: [nameConstraints({ permitted: [dns('a.example')], bounds: bounded(0x80, 1) })] },
      device: { extensions: [alternativeNames(dns('a.example'))] },
    },
    { refusedBy: 'bounds of name constraints' },
  ),
  family(
    'constraints: subtree with a maximum',
    {
      account: { extensions: [nameConstraints({ excluded: [dns('b.example')], bounds: bounded(0x81, 3) })] },
      device: { extensions: [alternativeNames(dns('a.example'))] },
    },
    { refusedBy: 'bounds of name constraints' },
  ),
  {
    name: 'constraints: names times subtrees beyond measure',
    refusedBy: 'cost of name constraints',
    opensslDiffers: 'OpenSSL draws the line at 2^20 comparisons, here it is at 2^16',
    make: (workshop) => {
      const many = (count: number, label: string) =>
        Array.from({ length: count }, (_, at) => dns(`${label}${at}.example`))
      return makeFamily(workshop, {
        account: { extensions: [nameConstraints({ excluded: many(400, 'x') })] },
        device: { extensions: [alternativeNames(...many(400, 'y'))] },
      })
    },
  },
]

export const constrainedChains: readonly Recipe[] = [...onAlternativeNames, ...onSubjects, ...bounds]
