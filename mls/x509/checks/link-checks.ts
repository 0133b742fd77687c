// Checks of how a path hangs together: anchor, order, names, signatures, dates (RFC 5280 sections 6.1 and 6.1.3).
import { X509Certificate } from 'node:crypto'
import { equalBytes } from '../../codec/bytes.ts'
import { rememberTruth } from '../../crypto/remember.ts'
import { importKey, judgeKey, judgeSignatureAlgorithm } from '../algorithms.ts'
import { sameName } from '../encoding/distinguished-name.ts'
import { firstComplaint, type PathCheck } from './path-check.ts'

export const linkChecks: readonly PathCheck[] = [
  {
    row: 'X5-03',
    section: '9420 section 5.3',
    name: 'chain not empty',
    run: ({ presented }) => (presented.length > 0 ? undefined : 'expected a certificate; found none'),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.1 (d)',
    name: 'trust anchor',
    run: ({ anchor }) =>
      anchor !== undefined
        ? undefined
        : 'expected a last certificate that is a trust anchor or names one as its issuer',
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1',
    name: 'leaf below the anchor',
    run: ({ path }) =>
      path.length > 1 ? undefined : 'expected a certificate issued by an anchor; found the anchor itself',
  },
  {
    row: 'X5-29',
    section: '5280 section 6.1',
    name: 'each certificate once',
    run: ({ path }) =>
      firstComplaint(path, ({ der }, at) =>
        path.slice(0, at).some((earlier) => equalBytes(earlier.der, der)) ? 'found before in the path' : undefined,
      ),
  },
  {
    row: 'X5-29',
    section: '5280 section 6.1.3 (a)(4)',
    name: 'issued by the next',
    run: ({ path }) =>
      firstComplaint(path.slice(0, -1), ({ issuer }, at) => {
        const next = path[at + 1]
        return next === undefined || sameName(issuer, next.subject)
          ? undefined
          : 'expected its issuer to be the subject of the next certificate; found another name'
      }),
  },
  {
    row: 'X5-02',
    section: '5280 section 4.1.1.2',
    name: 'one signature algorithm',
    run: ({ path }) =>
      firstComplaint(path, ({ signatureAlgorithm, signedAlgorithm }) =>
        equalBytes(signatureAlgorithm.der, signedAlgorithm.der)
          ? undefined
          : `expected algorithm ${signedAlgorithm.id} as signed; found ${signatureAlgorithm.id} or other parameters`,
      ),
  },
  {
    row: 'X5-02',
    section: '5280 section 4.1.1.2',
    name: 'strong signature algorithms',
    // Nobody relies on the signature of the anchor, which is trusted for being configured.
    run: ({ path }) =>
      firstComplaint(path.slice(0, -1), ({ signatureAlgorithm }) => judgeSignatureAlgorithm(signatureAlgorithm)),
  },
  {
    row: 'X5-02',
    section: '5280 section 4.1.2.7',
    name: 'strong keys',
    run: ({ path }) => firstComplaint(path, ({ publicKey }) => judgeKey(publicKey)),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.3 (a)(1)',
    name: 'signature',
    run: ({ path }) =>
      firstComplaint(path.slice(0, -1), ({ der }, at) => {
        const next = path[at + 1]
        return next === undefined || isSignedBy(der, next.publicKey.spki)
          ? undefined
          : 'expected a signature by the key of the next certificate'
      }),
  },
  {
    row: 'X5-02',
    section: '5280 section 6.1.3 (a)(2)',
    name: 'validity',
    run: ({ path, at: now }) =>
      firstComplaint(path, ({ notBefore, notAfter }) =>
        notBefore <= now && now <= notAfter
          ? undefined
          : `expected ${now} to lie within its validity; found ${notBefore} to ${notAfter}`,
      ),
  },
]

/** The certificates of CAs come back with every leaf. */
const isSignedBy = rememberTruth(trySignature)

function trySignature(der: Uint8Array, spki: Uint8Array): boolean {
  const key = importKey(spki)
  try {
    return key !== undefined && new X509Certificate(der).verify(key)
  } catch {
    // OpenSSL could not read the certificate: then there is no signature to rely on.
    return false
  }
}
