// Mutants that change nothing anybody could see from outside, each looked at and with the reason.
import type { BlindMutant } from './instrument.ts'

interface Equivalent {
  readonly file: string
  readonly original: string
  readonly replacement: string
  readonly why: string
}

export const equivalents: readonly Equivalent[] = [
  {
    file: 'mls/checks/all.js',
    original:
      '{ decoding: rest(checks.decoding), framing: rest(checks.framing), leaf: rest(checks.leaf), keyPackage: rest(checks.keyPackage), groupInfo: rest(checks.groupInfo), tree: rest(checks.tree), members: rest(checks.members), proposal: rest(checks.proposal), proposalList: rest(checks.proposalList), commit: rest(checks.commit), externalCommit: rest(checks.externalCommit), welcome: rest(checks.welcome), }',
    replacement: '{}',
    why: 'what withoutCheck gives, which only the faulty gateways of the kill matrix call',
  },
]

export function isEquivalent({ file, original, replacement }: BlindMutant): boolean {
  return equivalents.some((one) => one.file === file && one.original === original && one.replacement === replacement)
}
