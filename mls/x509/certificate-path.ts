// Validation of a presented certificate chain as it stands (RFC 5280 section 6.1): no path is built, nothing is reordered or fetched.
import { equalBytes } from '../codec/bytes.ts'
import { MlsRejection } from '../rejection.ts'
import { type Certificate, parseCertificate } from './certificate.ts'
import { allPathChecks } from './checks/all.ts'
import { type PathCheck, type PathContext, runPathChecks } from './checks/path-check.ts'
import { sameName } from './encoding/distinguished-name.ts'

export interface PathOptions {
  /** Certificates of the trust anchors: DER, or read already. Their own dates and constraints bind too. */
  readonly anchors: readonly (Uint8Array | Certificate)[]
  /** The time to judge by, in Unix seconds. */
  readonly at: bigint
  /** Default: all. */
  readonly checks?: readonly PathCheck[]
}

/** A chain that was validated; names are derived from it and from nothing else. */
export interface ValidPath {
  /** The certificates as presented, leaf first. */
  readonly presented: readonly Certificate[]
  readonly leaf: Certificate
  readonly anchor: Certificate
  /** Whether the anchor is the last presented certificate, rather than left out. */
  readonly anchorPresented: boolean
}

/** Most certificates that are read of a chain. Handle ranges may span many, but no offset needs more than this in earnest. */
const longestChain = 32

/**
 * Validates the chain exactly as presented: leaf first, every certificate issued by the next, the last one an anchor or issued by
 * one (only the anchor may be left out). Throws MlsRejection('malformed') for bytes that are no certificates and
 * MlsRejection('invalid-key-package') for every other fault, with the row and section of the check that found it.
 * Revocation is not looked at.
 */
export function validatePath(chain: readonly Uint8Array[], options: PathOptions): ValidPath {
  if (chain.length > longestChain)
    throw new MlsRejection(
      'invalid-key-package',
      { row: 'X5-02', section: '5280 section 6.1' },
      `expected a chain of at most ${longestChain} certificates; found ${chain.length}`,
    )
  const presented = chain.map(parseCertificate)
  const anchors = options.anchors.map((anchor) => ('der' in anchor ? anchor : parseCertificate(anchor)))
  let refusal: unknown
  for (const context of possiblePaths(presented, anchors, options.at)) {
    try {
      runPathChecks(options.checks ?? allPathChecks, context)
      return conclude(context)
    } catch (error) {
      // Another anchor of that name may do (a CA that changed its key): the first refusal is the one that is told.
      refusal ??= error
    }
  }
  throw refusal
}

/** One context for each anchor that the chain can end at; one without an anchor where there is none. */
function possiblePaths(
  presented: readonly Certificate[],
  anchors: readonly Certificate[],
  at: bigint,
): readonly PathContext[] {
  const last = presented.at(-1)
  if (last === undefined) return [{ presented, path: presented, at }]
  if (anchors.some(({ der }) => equalBytes(der, last.der))) return [{ presented, anchor: last, path: presented, at }]
  const issuers = anchors.filter(({ subject }) => sameName(subject, last.issuer))
  if (issuers.length === 0) return [{ presented, path: presented, at }]
  return issuers.map((anchor) => ({ presented, anchor, path: [...presented, anchor], at }))
}

function conclude({ presented, anchor, path }: PathContext): ValidPath {
  const leaf = presented[0]
  const last = anchor ?? path.at(-1)
  if (leaf === undefined || last === undefined)
    throw new MlsRejection(
      'invalid-key-package',
      { row: 'X5-03', section: '9420 section 5.3' },
      'expected a certificate',
    )
  return { presented, leaf, anchor: last, anchorPresented: path.length === presented.length }
}
