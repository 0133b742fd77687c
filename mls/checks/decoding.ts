// Checks on encoding and wire format (rows FR-01 to FR-03).
import type { Check } from './check.ts'
import type { DecodingContext } from './contexts.ts'

export const decodingChecks: readonly Check<DecodingContext>[] = [
  {
    row: 'FR-01',
    section: '9420 section 6',
    name: 'protocol version',
    run: ({ message }) =>
      message === undefined || message.version === 1 ? undefined : `expected mls10 (1); found ${message.version}`,
  },
  {
    row: 'FR-02',
    section: '9420 section 2.1',
    name: 'whole and canonical encoding',
    code: 'malformed',
    run({ what, surplus, canonical }) {
      if (surplus !== 0) return `expected nothing after ${what}; found ${surplus} bytes`
      return canonical ? undefined : `expected the canonical encoding of ${what}; found another`
    },
  },
  {
    row: 'FR-03',
    section: '9420 section 6',
    name: 'wire format',
    run: ({ message, wanted = [] }) =>
      message === undefined || wanted.includes(message.wireformat)
        ? undefined
        : `expected ${wanted.join(' or ')}; found ${message.wireformat}`,
  },
]
