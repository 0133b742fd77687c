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

/** A rule on offsets that are numbers each; what is no number (NaN) compares with nothing, so that one fault is one problem. */
export interface ParameterRule {
  readonly name: string
  readonly rows: readonly string[]
  readonly member: string
  /** What was expected, in words, where the rule is broken. */
  run(parameters: X509Parameters): string | undefined
}

export const parameterRules: readonly ParameterRule[] = [
  {
    name: 'range not reversed',
    rows: ['X5-04'],
    member: 'device_handle_range.end',
    run: ({ deviceHandleRange: { start, end } }) =>
      end < start ? `at least device_handle_range.start (${start})` : undefined,
  },
  {
    name: 'account after range',
    rows: ['X5-05', 'X5-23'],
    member: 'account_handle_offset',
    run: ({ accountHandleOffset, deviceHandleRange: { end } }) =>
      later(accountHandleOffset, end) ? undefined : `more than device_handle_range.end (${end})`,
  },
  {
    name: 'domain after range',
    rows: ['X5-06', 'X5-24'],
    member: 'domain_name_offset',
    run: ({ domainNameOffset, deviceHandleRange: { end } }) =>
      later(domainNameOffset, end) ? undefined : `more than device_handle_range.end (${end})`,
  },
  {
    name: 'domain after account',
    rows: ['X5-07', 'X5-24'],
    member: 'domain_name_offset',
    run: ({ domainNameOffset, accountHandleOffset }) =>
      later(domainNameOffset, accountHandleOffset)
        ? undefined
        : `more than account_handle_offset (${accountHandleOffset})`,
  },
]

/**
 * Reads the `parameters` member of a configuration, as parsed from JSON with the members spelled as in 2023-03-17.
 * Names every problem it has under these flags; unknown members and offsets that no flag asks for are left alone.
 */
export function readX509Parameters(
  raw: unknown,
  { supportsAccounts, supportsDomains }: X509Flags,
  rules: readonly ParameterRule[] = parameterRules,
): ParameterReading {
  const members = membersOf(raw)
  const range = membersOf(members['device_handle_range'])
  const problems: ParameterProblem[] = []
  const offset = (member: string, value: unknown): number => {
    if (isOffset(value)) return value
    problems.push({ rows: ['X5-08', 'X5-09'], member, expected: 'a whole number from 0 to 255', found: asJson(value) })
    return Number.NaN
  }
  const named = (member: string) => offset(member, members[member])

  const parameters: X509Parameters = {
    deviceHandleRange: {
      start: offset('device_handle_range.start', range['start']),
      end: offset('device_handle_range.end', range['end']),
    },
    ...(supportsAccounts && { accountHandleOffset: named('account_handle_offset') }),
    ...(supportsDomains && { domainNameOffset: named('domain_name_offset') }),
  }
  for (const { run, member, rows } of rules) {
    const expected = run(parameters)
    const found = member === 'device_handle_range.end' ? range['end'] : members[member]
    if (expected !== undefined) problems.push({ rows, member, expected, found: String(found) })
  }
  return problems.length > 0 ? { problems } : { parameters, problems: [] }
}

/** Whether an offset lies beyond another one; true where either is absent or no number. */
function later(offset: number | undefined, floor: number | undefined): boolean {
  return offset === undefined || floor === undefined || !(offset <= floor)
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
