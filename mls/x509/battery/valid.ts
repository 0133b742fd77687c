// The battery's valid chains: plain ones of every algorithm, and odd ones that a validator may not refuse.
import { createAuthority } from '../authority.ts'
import { tags } from '../encoding/der.ts'
import { writeDer } from '../encoding/der-writer.ts'
import { extensionIds, keyUsages } from '../encoding/extensions.ts'
import { sha1WithRsa, sha256WithPss, withAlgorithm, withoutExtensions } from './alter.ts'
import { day, family, makeFamily, type Recipe } from './recipe.ts'
import { alternativeNames, generalName, purposes, unknownExtension } from './write-extension.ts'

const strict = "OpenSSL's strict mode demands of the issuer what section 6.1 does not check"

const plain: readonly Recipe[] = (['Ed25519', 'P-256', 'P-384', 'P-521', 'RSA'] as const).flatMap((algorithm) => [
  family(`${algorithm}, anchor presented`, { algorithm }),
  {
    name: `${algorithm}, anchor left out`,
    async make(workshop) {
      const { chain, anchors } = await makeFamily(workshop, { algorithm })
      return { chain: chain.slice(0, 2), anchors }
    },
  },
])

const shapes: readonly Recipe[] = [
  family('three algorithms in one chain', { root: { keyAlgorithm: 'P-384' }, account: { keyAlgorithm: 'P-256' } }),
  {
    name: 'leaf alone, right below an anchor left out',
    async make(workshop) {
      const { root } = await makeFamily(workshop)
      const leaf = await root.issue({ subject: 'phone', publicKey: workshop.deviceKey })
      return { chain: [leaf], anchors: [root.certificate] }
    },
  },
  {
    name: 'anchor that is no root',
    async make(workshop) {
      const { account, chain } = await makeFamily(workshop)
      return { chain: chain.slice(0, 2), anchors: [account.certificate] }
    },
  },
  {
    name: 'ten authorities',
    async make(workshop) {
      let { account: authority, chain, anchors } = await makeFamily(workshop)
      const certificates = chain.slice(1)
      for (let level = 2; level < 10; level++) {
        authority = await authority.createSubordinate({ subject: `level ${level}` })
        certificates.unshift(authority.certificate)
      }
      const leaf = await authority.issue({ subject: 'phone', publicKey: workshop.deviceKey })
      return { chain: [leaf, ...certificates], anchors }
    },
  },
  {
    name: 'two anchors of one name, the second one issued',
    async make(workshop) {
      const { chain, root } = await makeFamily(workshop)
      const namesake = await createAuthority({ ...workshop, subject: 'a.example' })
      return { chain: chain.slice(0, 2), anchors: [namesake.certificate, root.certificate] }
    },
  },
  {
    name: 'anchor renewed with its key, the expired one configured first',
    async make(workshop) {
      const { chain, root } = await makeFamily(workshop)
      const expired = await createAuthority({
        ...workshop,
        subject: 'a.example',
        keys: root.keys,
        notBefore: workshop.now - 9n * day,
        notAfter: workshop.now - day,
      })
      return { chain: chain.slice(0, 2), anchors: [expired.certificate, root.certificate] }
    },
  },
  {
    name: 'self-issued change of key below a path length of 0',
    async make(workshop) {
      const { root } = await makeFamily(workshop, { root: { pathLength: 0 } })
      const renewed = await root.createSubordinate({ subject: 'a.example' })
      const leaf = await renewed.issue({ subject: 'phone', publicKey: workshop.deviceKey })
      return { chain: [leaf, renewed.certificate, root.certificate], anchors: [root.certificate] }
    },
  },
]

const dates: readonly Recipe[] = [
  family('judged in its first second', { device: { notBefore: 1_800_000_000n } }, { at: () => 1_800_000_000n }),
  family(
    'judged in its last second',
    { device: { notAfter: 1_800_000_000n } },
    {
      opensslDiffers: 'OpenSSL counts the second of notAfter as past; section 4.1.2.5 includes it',
      at: () => 1_800_000_000n,
    },
  ),
  family(
    'dates beyond 2050',
    { root: { notAfter: 3_000_000_000n }, account: { notAfter: 3_000_000_000n }, device: { notAfter: 3_000_000_000n } },
    { at: () => 2_900_000_000n },
  ),
  family('no end of validity to speak of', { device: { notAfter: 253_402_300_799n } }),
]

const issuers: readonly Recipe[] = [
  family('path length just enough', { root: { pathLength: 1 }, account: { pathLength: 0 } }),
  family('CA as a leaf, below a path length of 0', {
    account: { pathLength: 0 },
    device: { isCa: true, keyUsage: keyUsages },
  }),
  family('CA without key usage', { account: { keyUsage: [] } }, { opensslDiffers: strict }),
  family('leaf without key usage', { device: { keyUsage: [] } }),
  family('leaf with all key usages but those of a CA', {
    device: { keyUsage: ['digitalSignature', 'nonRepudiation', 'keyAgreement'] },
  }),
  family(
    'CA flag not critical',
    {
      account: {
        without: [extensionIds.basicConstraints],
        extensions: [
          {
            id: extensionIds.basicConstraints,
            critical: false,
            value: writeDer(tags.sequence, writeDer(tags.boolean, Buffer.of(0xff))),
          },
        ],
      },
    },
    { opensslDiffers: strict },
  ),
  family('leaf of version 1', { device: { forgery: { signed: withoutExtensions } } }),
  family('anchor of version 1', { root: { forgery: { signed: withoutExtensions } } }, { opensslDiffers: strict }),
  family('anchor signed with SHA-1', {
    algorithm: 'RSA',
    root: { forgery: { ...withAlgorithm(sha1WithRsa), hash: 'sha1' } },
  }),
  family('RSASSA-PSS with SHA-256', {
    algorithm: 'RSA',
    device: { forgery: { ...withAlgorithm(sha256WithPss), pss: true } },
  }),
]

const extensions: readonly Recipe[] = [
  family('unknown extension, not critical', { device: { extensions: [unknownExtension('not critical')] } }),
  family('alternative name, critical', {
    device: { extensions: [{ ...alternativeNames(generalName.dns('phone.a.example')), critical: true }] },
  }),
  family('subject empty, alternative name critical', {
    device: {
      subject: [],
      extensions: [{ ...alternativeNames(generalName.uri('mimi://a.example/d/phone')), critical: true }],
    },
  }),
  family('purpose of web servers, not critical', {
    device: { extensions: [purposes('not critical', '1.3.6.1.5.5.7.3.1')] },
  }),
  family('any purpose, critical', { device: { extensions: [purposes('critical', '2.5.29.37.0')] } }),
  family('purpose of messaging, critical', { device: { extensions: [purposes('critical', '1.3.6.1.5.5.7.3.40')] } }),
  family('no key identifiers', { device: { without: ['2.5.29.14', '2.5.29.35'] } }, { opensslDiffers: strict }),
]

const names: readonly Recipe[] = [
  family('issuer name in another case, with spaces and another string type', {
    account: {
      forgery: {
        signed: (members) => members.map((member, at) => (at === 3 ? spelledOtherwise : member)),
      },
    },
  }),
  family('common names that no handle could use', {
    root: { subject: 'a/b' },
    account: { subject: [{ type: 'O', value: 'x' }] },
  }),
  family('several attributes in the subject', {
    device: {
      subject: [
        { type: 'C', value: 'DE', encoding: 'printableString' },
        { type: 'O', value: 'Example' },
        { type: 'CN', value: 'phone' },
      ],
    },
  }),
]

/** The root's name, "a.example", as " A.Example " in a PrintableString. */
const spelledOtherwise = writeDer(
  tags.sequence,
  writeDer(
    tags.set,
    writeDer(
      tags.sequence,
      Buffer.from('0603550403', 'hex'),
      writeDer(tags.printableString, Buffer.from(' A.Example ')),
    ),
  ),
)

export const validChains: readonly Recipe[] = [...plain, ...shapes, ...dates, ...issuers, ...extensions, ...names]
