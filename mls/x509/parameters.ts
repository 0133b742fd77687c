// The parameters an X.509 identity provider is configured with, and when they are valid (rows X5-04 to X5-09, X5-23, X5-24).

/** Offsets of certificates from the leaf, which is 0; both ends included. */
export interface OffsetRange {
  readonly start: number
  readonly end: number
}

export interface X509Parameters {
  readonly deviceHandleRange: OffsetRange
  /** Present exactly where the provider has accounts. */
  readonly accountHandleOffset?: number
  /** Present exactly where the provider has domains. */
  readonly domainNameOffset?: number
}

export interface X509Flags {
  readonly supportsAccounts: boolean
  readonly supportsDomains: boolean
}

interface ParameterProblem {
  /** The rule: a row of 2023-03-17 first, then that of 2023-03-08 where it has one. */
  readonly rows: readonly string[]
  /** E.g. 'device_handle_range.end'. */
  readonly member: string
  readonly expected: string
  /** What was found, as JSON. */
  readonly found: string
}

export type ParameterReading =
  | { readonly parameters: X509Parameters; readonly problems: readonly [] }
  | { readonly parameters?: undefined; readonly problems: readonly ParameterProblem[] }

/**
 * Reads the `parameters` member of a configuration, as parsed from JSON with the members spelled as in 2023-03-17.
 * Names every problem it has under these flags; unknown members and offsets that no flag asks for are left alone.
 */
export function readX509Parameters(raw: unknown, { supportsAccounts, supportsDomains }: X509Flags): ParameterReading {
  const members = membersOf(raw)
  const range = membersOf(members['device_handle_range'])
  const problems: ParameterProblem[] = []
  const offset = (member: string, value: unknown): number => {
    if (isOffset(value)) return value
    problems.push({ rows: ['X5-08', 'X5-09'], member, expected: 'a whole number from 0 to 255', found: asJson(value) })
    // Nothing compares with it, so that one fault is one problem.
    return Number.NaN
  }
  const later = (rows: readonly string[], member: string, [value, than, floor]: readonly [number, string, number]) => {
    if (value <= floor) problems.push({ rows, member, expected: `more than ${than} (${floor})`, found: String(value) })
  }

  const start = offset('device_handle_range.start', range['start'])
  const end = offset('device_handle_range.end', range['end'])
  if (end < start)
    problems.push({
      rows: ['X5-04'],
      member: 'device_handle_range.end',
      expected: `at least device_handle_range.start (${start})`,
      found: String(end),
    })
  const account = supportsAccounts ? offset('account_handle_offset', members['account_handle_offset']) : undefined
  const domain = supportsDomains ? offset('domain_name_offset', members['domain_name_offset']) : undefined
  if (account !== undefined)
    later(['X5-05', 'X5-23'], 'account_handle_offset', [account, 'device_handle_range.end', end])
  if (domain !== undefined) later(['X5-06', 'X5-24'], 'domain_name_offset', [domain, 'device_handle_range.end', end])
  if (domain !== undefined && account !== undefined)
    later(['X5-07', 'X5-24'], 'domain_name_offset', [domain, 'account_handle_offset', account])

  if (problems.length > 0) return { problems }
  const parameters = {
    deviceHandleRange: { start, end },
    ...(account === undefined ? {} : { accountHandleOffset: account }),
    ...(domain === undefined ? {} : { domainNameOffset: domain }),
  }
  return { parameters, problems: [] }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255
}

function asJson(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80)
}
