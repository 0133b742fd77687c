// Handles, accounts and domains: common names of a validated path, by offset from the leaf (rows X5-09 to X5-27).
import type { Check, Complaint } from '../checks/check.ts'
import { MlsRejection } from '../rejection.ts'
import type { ValidPath } from './certificate-path.ts'
import type { CommonName } from './encoding/distinguished-name.ts'
import type { OffsetRange, X509Parameters } from './parameters.ts'

/** The common names in the subject of one certificate that a name is derived from. */
interface CommonNameContext {
  readonly commonNames: readonly CommonName[]
}

/** A rule on the common names of one certificate that a name is derived from. */
export interface CommonNameCheck extends Check<CommonNameContext> {
  run(context: CommonNameContext): Complaint
}

/** The presented certificates, which is all that names are derived from. */
export type Presented = Pick<ValidPath, 'presented'>

/** How device and account make the client handle: the device alone, or behind its account where there are accounts. */
export type HandleForm = 'device' | 'account/device'

const special = /[@/#$:]/
const control = /\p{Cc}/u

export const commonNameChecks: readonly CommonNameCheck[] = [
  {
    row: 'X5-18',
    section: '9420 section 5.3.1',
    name: 'common name present',
    run: ({ commonNames }) =>
      commonNames.length > 0 && textsOf(commonNames).every((text) => text !== '')
        ? undefined
        : 'expected a common name; found none or an empty one',
  },
  {
    row: 'X5-26',
    section: '9420 section 5.3.1',
    name: 'one common name',
    run: ({ commonNames }) =>
      commonNames.length < 2 ? undefined : `expected one common name; found ${commonNames.length}`,
  },
  {
    row: 'X5-27',
    section: '5280 section 4.1.2.4',
    name: 'encoding of the common name',
    run: ({ commonNames }) => {
      const unreadable = commonNames.find((name) => 'unreadable' in name)
      return unreadable === undefined
        ? undefined
        : `expected UTF8String or PrintableString; found ${unreadable.unreadable}`
    },
  },
  {
    row: 'X5-27',
    section: '9420 section 5.3.1',
    name: 'no control characters',
    run: ({ commonNames }) =>
      textsOf(commonNames).some((text) => control.test(text)) ? 'expected no control character; found one' : undefined,
  },
  {
    row: 'X5-13',
    section: '9420 section 5.3.1',
    name: 'no special characters',
    run: ({ commonNames }) => {
      const found = textsOf(commonNames).flatMap((text) => special.exec(text)?.[0] ?? [])[0]
      return found === undefined ? undefined : `expected none of @ / # $ :; found ${found}`
    },
  },
]

/**
 * The common names of the certificates from `start` to `end`, both included, from the leaf towards the root, joined by ":".
 * Only these certificates are judged. Throws MlsRejection('invalid-key-package') for a range that leaves the presented chain
 * and for a common name that breaks a rule.
 */
export function joinCommonNames(
  path: Presented,
  { start, end }: OffsetRange,
  checks: readonly CommonNameCheck[] = commonNameChecks,
): string {
  const names: string[] = []
  for (let offset = start; offset <= end; offset++) names.push(commonNameAt(path, offset, checks))
  return names.join(':')
}

/** The device handle (2023-03-08: client handle): the common names of the configured range. */
export function deviceHandle(
  path: Presented,
  { deviceHandleRange }: X509Parameters,
  checks: readonly CommonNameCheck[] = commonNameChecks,
): string {
  return joinCommonNames(path, deviceHandleRange, checks)
}

/** The account: the common name at the account offset; undefined where the provider has no accounts. */
export function accountHandle(
  path: Presented,
  { accountHandleOffset: offset }: X509Parameters,
  checks: readonly CommonNameCheck[] = commonNameChecks,
): string | undefined {
  return offset === undefined ? undefined : joinCommonNames(path, { start: offset, end: offset }, checks)
}

/** The domain: the common name at the domain offset, in the case it is written in; undefined where there are no domains. */
export function domainName(
  path: Presented,
  { domainNameOffset: offset }: X509Parameters,
  checks: readonly CommonNameCheck[] = commonNameChecks,
): string | undefined {
  return offset === undefined ? undefined : joinCommonNames(path, { start: offset, end: offset }, checks)
}

/** The client handle: 'device' in 2023-03-08, 'account/device' in 2023-03-17, where an account goes before the device. */
export function clientHandle(
  path: Presented,
  parameters: X509Parameters,
  { form, checks = commonNameChecks }: { readonly form: HandleForm; readonly checks?: readonly CommonNameCheck[] },
): string {
  const device = deviceHandle(path, parameters, checks)
  const account = form === 'device' ? undefined : accountHandle(path, parameters, checks)
  return account === undefined ? device : `${account}/${device}`
}

function commonNameAt({ presented }: Presented, offset: number, checks: readonly CommonNameCheck[]): string {
  const certificate = presented[offset]
  if (certificate === undefined)
    throw new MlsRejection(
      'invalid-key-package',
      { row: 'X5-25', section: '9420 section 5.3' },
      `expected a certificate at offset ${offset}; found a chain of ${presented.length}`,
    )
  const { commonNames } = certificate.subject
  for (const check of checks) {
    const complaint = check.run({ commonNames })
    if (complaint !== undefined)
      throw new MlsRejection('invalid-key-package', check, `certificate ${offset}: ${check.name}: ${complaint}`)
  }
  return textsOf(commonNames)[0] ?? ''
}

function textsOf(commonNames: readonly CommonName[]): readonly string[] {
  return commonNames.flatMap((name) => ('text' in name ? name.text : []))
}
