// Checks of who may issue: names, version, CA flag, path length, key usage (RFC 5280 sections 4.2.1.3, 4.2.1.9 and 6.1.4).
import type { Complaint } from '../../checks/check.ts'
import type { Certificate } from '../certificate.ts'
import { isEmpty } from '../encoding/distinguished-name.ts'
import { firstComplaint, isSelfIssued, type PathCheck, type PathContext } from './path-check.ts'

export const issuerChecks: readonly PathCheck[] = [
  {
    row: 'X5-02',
    section: '5280 section 4.1.2.4',
    name: 'issuer names',
    run: ({ path }) =>
      firstComplaint(path, ({ issuer }) =>
        isEmpty(issuer) ? 'expected a name of the issuer; found an empty one' : undefined,
      ),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.4 (k)',
    name: 'version of issuers',
    // A trust anchor may be older than version 3: that it is a CA is known from its being configured.
    run: (context) =>
      complaintAboutIssuers(context, ({ version }, isAnchor) =>
        version === 3 || isAnchor ? undefined : `expected version 3 of an issuer; found ${version}`,
      ),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.4 (k)',
    name: 'CA flag',
    run: (context) =>
      complaintAboutIssuers(context, ({ version, basicConstraints }, isAnchor) =>
        basicConstraints?.isCa === true || (isAnchor && version < 3)
          ? undefined
          : `expected basicConstraints with cA of an issuer; found ${basicConstraints === undefined ? 'none' : 'cA false'}`,
      ),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.4 (l)(m)',
    name: 'path length',
    run: ({ path }) =>
      firstComplaint(path, ({ basicConstraints }, at) => {
        const allowed = basicConstraints?.pathLength
        const below = path.slice(1, at).filter((certificate) => !isSelfIssued(certificate)).length
        return at === 0 || allowed === undefined || below <= allowed
          ? undefined
          : `expected at most ${allowed} intermediate certificates below it; found ${below}`
      }),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.4 (n)',
    name: 'key usage of issuers',
    run: (context) =>
      complaintAboutIssuers(context, ({ keyUsage }) =>
        keyUsage === undefined || keyUsage.includes('keyCertSign')
          ? undefined
          : 'expected a key usage with keyCertSign of an issuer',
      ),
  },
  {
    row: 'X5-02',
    section: '5280 section 4.2.1.3',
    name: 'key usage of the leaf',
    run: ({ path: [leaf] }) =>
      leaf?.keyUsage === undefined || leaf.keyUsage.includes('digitalSignature')
        ? undefined
        : 'certificate 0: expected a key usage with digitalSignature, for the key signs MLS messages',
  },
]

function complaintAboutIssuers(
  { path, anchor }: PathContext,
  judge: (certificate: Certificate, isAnchor: boolean) => Complaint,
): Complaint {
  return firstComplaint(path, (certificate, at) => (at === 0 ? undefined : judge(certificate, certificate === anchor)))
}
