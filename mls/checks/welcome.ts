// Checks on the Welcome that comes with a commit (rows CM-09, CM-17, CM-18, CB-10).
import { hex } from '../codec/bytes.ts'
import type { Check } from './check.ts'
import type { WelcomeContext } from './contexts.ts'

export const welcomeChecks: readonly Check<WelcomeContext>[] = [
  {
    row: 'CM-09',
    section: '9420 section 12.4.3.1',
    name: 'Welcome with every Add',
    run: ({ welcome, added }) =>
      added.length > 0 && welcome === undefined
        ? `expected a Welcome for ${added.length} added members; found none`
        : undefined,
  },
  {
    row: 'CM-17',
    section: '9420 section 12.4.3.1',
    name: 'no Welcome without an Add',
    run: ({ welcome, added }) =>
      added.length === 0 && welcome !== undefined ? 'expected no Welcome, as nobody is added; found one' : undefined,
  },
  {
    row: 'CM-18',
    section: '9420 section 12.4.3.1',
    name: 'suite of the Welcome',
    run: ({ welcome, suite: { cipher } }) =>
      welcome === undefined || welcome.cipherSuite === cipher.name
        ? undefined
        : `expected ${cipher.name}; found ${welcome.cipherSuite}`,
  },
  {
    row: 'CB-10',
    section: '9420 section 12.4.3.1',
    name: 'recipients of the Welcome',
    run({ welcome, added }) {
      if (welcome === undefined || added.length === 0) return undefined
      const expected = added.map(hex)
      const found = welcome.secrets.map(({ newMember }) => hex(newMember))
      const foreign = found.find((ref) => !expected.includes(ref))
      if (foreign !== undefined) return `expected key packages of the added members; found ${foreign}`
      const missing = expected.find((ref) => !found.includes(ref))
      if (missing !== undefined) return `expected secrets for ${missing}; found none`
      return found.length === expected.length ? undefined : 'expected each added member once; found one twice'
    },
  },
]
