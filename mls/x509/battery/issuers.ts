// The battery's chains with issuers that may not issue, and with extensions that have to be refused.
import { extensionIds, keyUsages } from '../encoding/extensions.ts'
import { withDoubledExtension, withoutExtensions, withoutVersion } from './alter.ts'
import { family, makeFamily, type Recipe } from './recipe.ts'
import {
  inhibitAnyPolicy,
  policy,
  policyMapping,
  purposes,
  requireExplicitPolicy,
  unknownExtension,
} from './write-extension.ts'

const noPurpose = 'OpenSSL looks at purposes only when it is told one'
const everyone = ['root', 'account', 'device'] as const
const withoutFlag = { without: [extensionIds.basicConstraints] }

const authority: readonly Recipe[] = [
  family('account without basicConstraints', { account: withoutFlag }, { refusedBy: 'CA flag' }),
  family('root without basicConstraints', { root: withoutFlag }, { refusedBy: 'CA flag' }),
  family('account that is no CA', { account: { isCa: false, pathLength: 0 } }, { refusedBy: 'CA flag' }),
  family(
    'account that is no CA, with keyCertSign',
    { account: { isCa: false, keyUsage: keyUsages } },
    { refusedBy: 'CA flag' },
  ),
  family('root that is no CA', { root: { isCa: false, keyUsage: ['keyCertSign'] } }, { refusedBy: 'CA flag' }),
  family(
    'account of version 1',
    { account: { forgery: { signed: withoutExtensions } } },
    { refusedBy: 'version of issuers' },
  ),
  family(
    'account without keyCertSign',
    { account: { keyUsage: ['cRLSign', 'digitalSignature'] } },
    { refusedBy: 'key usage of issuers' },
  ),
  family('root without keyCertSign', { root: { keyUsage: ['cRLSign'] } }, { refusedBy: 'key usage of issuers' }),
  family(
    'leaf for certificates alone',
    { device: { isCa: true, keyUsage: ['keyCertSign'] } },
    {
      refusedBy: 'key usage of the leaf',
      opensslDiffers: noPurpose,
    },
  ),
  family(
    'leaf for key agreement alone',
    { device: { keyUsage: ['keyAgreement'] } },
    {
      refusedBy: 'key usage of the leaf',
      opensslDiffers: noPurpose,
    },
  ),
]

/** A chain of the root, authorities with these path lengths below it, and a leaf. */
function pathLengths(name: string, root: number | undefined, below: readonly (number | undefined)[]): Recipe {
  const lengthOf = (length: number | undefined) => (length === undefined ? {} : { pathLength: length })
  return {
    name: `path length: ${name}`,
    refusedBy: 'path length',
    async make(workshop) {
      let { root: authority, anchors } = await makeFamily(workshop, { root: lengthOf(root) })
      const chain = [authority.certificate]
      for (const [level, length] of below.entries()) {
        authority = await authority.createSubordinate({ subject: `level ${level}`, ...lengthOf(length) })
        chain.unshift(authority.certificate)
      }
      return { chain: [await authority.issue({ subject: 'phone', publicKey: workshop.deviceKey }), ...chain], anchors }
    },
  }
}

const lengths: readonly Recipe[] = [
  pathLengths('0 at the root, one authority below', 0, [undefined]),
  pathLengths('1 at the root, two authorities below', 1, [undefined, undefined]),
  pathLengths('0 at the first authority, a second one below', undefined, [0, undefined]),
  pathLengths('0 at the second of three authorities', 5, [4, 0, undefined]),
  pathLengths('widened again below', 1, [5, 5]),
  {
    name: 'path length: 0 at the anchor left out',
    refusedBy: 'path length',
    async make(workshop) {
      const { chain, anchors } = await makeFamily(workshop, { root: { pathLength: 0 } })
      return { chain: chain.slice(0, 2), anchors }
    },
  },
]

const extensions: readonly Recipe[] = [
  ...everyone.map((who) =>
    family(
      `unknown critical extension of the ${who}`,
      { [who]: { extensions: [unknownExtension('critical')] } },
      { refusedBy: 'critical extensions' },
    ),
  ),
  family(
    'extension twice in the leaf',
    { device: { forgery: { signed: withDoubledExtension } } },
    { refusedBy: 'each extension once' },
  ),
  family(
    'extension twice in the account',
    { account: { forgery: { signed: withDoubledExtension } } },
    { refusedBy: 'each extension once' },
  ),
  family(
    'extensions in a leaf of version 1',
    { device: { forgery: { signed: withoutVersion } } },
    { refusedBy: 'extensions in version 3' },
  ),
  family('issuer without a name', { root: { subject: [] } }, { refusedBy: 'issuer names' }),
  family(
    'leaf for web servers, critical',
    { device: { extensions: [purposes('critical', '1.3.6.1.5.5.7.3.1')] } },
    { refusedBy: 'critical purposes', opensslDiffers: noPurpose },
  ),
  family(
    'account for time stamps, critical',
    { account: { extensions: [purposes('critical', '1.3.6.1.5.5.7.3.8')] } },
    { refusedBy: 'critical purposes', opensslDiffers: noPurpose },
  ),
]

const example = '1.3.6.1.4.1.55555.2'
const anyPolicy = '2.5.29.32.0'
const noTree = 'policies are not evaluated here, so that a path which must have one is refused'

const policies: readonly Recipe[] = [
  ...(['account', 'device'] as const).map((who) =>
    family(
      `explicit policy required by the ${who}, none there`,
      { [who]: { extensions: [requireExplicitPolicy(0)] } },
      { refusedBy: 'explicit policy' },
    ),
  ),
  family(
    'explicit policy required by the anchor, none there',
    { root: { extensions: [requireExplicitPolicy(0)] } },
    {
      refusedBy: 'explicit policy',
      opensslDiffers: 'the policy constraints of an anchor bind here (RFC 5937 section 3)',
    },
  ),
  family(
    'explicit policy required and there',
    {
      account: { extensions: [policy(example), requireExplicitPolicy(0)] },
      device: { extensions: [policy(example)] },
    },
    { refusedBy: 'explicit policy', opensslDiffers: noTree },
  ),
  family(
    'explicit policy required from the leaf on',
    { account: { extensions: [requireExplicitPolicy(1)] } },
    { refusedBy: 'explicit policy' },
  ),
  family('explicit policy required from beyond the leaf on', { account: { extensions: [requireExplicitPolicy(2)] } }),
  family(
    'mapping from anyPolicy',
    { account: { extensions: [policy(example), policyMapping(anyPolicy, example)] } },
    { refusedBy: 'policy mappings' },
  ),
  family(
    'mapping to anyPolicy',
    { account: { extensions: [policy(example), policyMapping(example, anyPolicy)] } },
    { refusedBy: 'policy mappings' },
  ),
  family(
    'critical policy with an unknown qualifier',
    { device: { extensions: [policy(example, '1.3.6.1.4.1.55555.3')] } },
    { refusedBy: 'critical policy qualifiers', opensslDiffers: 'OpenSSL does not look at qualifiers' },
  ),
  family('critical policy with a practice statement', {
    device: { extensions: [policy(example, '1.3.6.1.5.5.7.2.1')] },
  }),
  family('critical policies that differ', {
    account: { extensions: [policy(example)] },
    device: { extensions: [policy(anyPolicy)] },
  }),
  family('anyPolicy inhibited', { root: { extensions: [inhibitAnyPolicy(0)] } }),
]

export const badIssuers: readonly Recipe[] = [...authority, ...lengths, ...extensions, ...policies]
