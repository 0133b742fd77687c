// What a test of the runner tells the reporter: its verdict alone, because the result itself is large.
import type { TestResult } from '@playwright/test/reporter'
import { type Verdict, verdicts } from '../result.ts'

/** Type of the annotation whose description is the verdict; a test that has it has kept its result. */
export const verdictAnnotation = 'verdict'

export function verdictIn({ annotations }: Pick<TestResult, 'annotations'>): Verdict | undefined {
  const told = annotations.find(({ type }) => type === verdictAnnotation)?.description
  return verdicts.find((verdict) => verdict === told)
}
