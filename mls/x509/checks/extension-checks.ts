// Checks of extensions as such: once each, version 3 alone, nothing critical that is not understood (RFC 5280 section 4.2).
import type { Certificate } from '../certificate.ts'
import { extensionIds } from '../encoding/extensions.ts'
import { firstComplaint, type PathCheck } from './path-check.ts'

/** Processed by some check of the path; anything else that is critical refuses the certificate. */
const processed = new Set<string>(Object.values(extensionIds))

const anyPurpose = '2.5.29.37.0'
/** Purpose of certificates that hold instant-messaging identities (RFC 9734). */
const messagingPurpose = '1.3.6.1.5.5.7.3.40'

export const extensionChecks: readonly PathCheck[] = [
  {
    row: 'X5-02',
    section: '5280 section 4.1.2.9',
    name: 'extensions in version 3',
    run: ({ path }) =>
      firstComplaint(path, ({ version, extensions }) =>
        version === 3 || extensions.length === 0 ? undefined : `expected version 3 with extensions; found ${version}`,
      ),
  },
  {
    row: 'X5-02',
    section: '5280 section 4.2',
    name: 'each extension once',
    run: ({ path }) =>
      firstComplaint(path, ({ extensions }) => {
        const ids = extensions.map(({ id }) => id)
        const twice = ids.find((id, at) => ids.indexOf(id) !== at)
        return twice === undefined ? undefined : `expected extension ${twice} once; found it twice`
      }),
  },
  {
    row: 'X5-02',
    section: '5280 sections 6.1.4 (o) and 6.1.5 (f)',
    name: 'critical extensions',
    run: ({ path }) =>
      firstComplaint(path, ({ extensions }) => {
        const unknown = extensions.find(({ id, critical }) => critical && !processed.has(id))
        return unknown === undefined ? undefined : `expected no unknown critical extension; found ${unknown.id}`
      }),
  },
  {
    row: 'X5-02',
    section: '5280 section 4.2.1.12',
    name: 'critical purposes',
    // The drafts name no purpose, so purposes bind only where the issuer insists on them.
    run: ({ path }) =>
      firstComplaint(path, (certificate) => {
        const purposes = certificate.extendedKeyUsage ?? []
        const fits = purposes.includes(anyPurpose) || purposes.includes(messagingPurpose)
        return fits || !isCritical(certificate, extensionIds.extendedKeyUsage)
          ? undefined
          : `expected a purpose that covers messaging; found ${purposes.join(', ')}`
      }),
  },
]

/** Whether the certificate carries the extension as critical. */
export function isCritical({ extensions }: Certificate, id: string): boolean {
  return extensions.some((extension) => extension.id === id && extension.critical)
}
