// Mutants that change nothing anybody could see from outside, each looked at and with the reason.
import type { BlindMutant } from './instrument.ts'

interface Equivalent {
  readonly file: string
  readonly original: string
  readonly replacement: string
  readonly why: string
}

export const equivalents: readonly Equivalent[] = []

export function isEquivalent({ file, original, replacement }: BlindMutant): boolean {
  return equivalents.some((one) => one.file === file && one.original === original && one.replacement === replacement)
}
