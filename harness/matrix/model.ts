// The matrix as data: every ordered pair of targets, what their gateways made of each other, and whose fault it was.
import { z } from 'zod'
import { editionIds } from '../../spec/edition-id.ts'
import { levels } from '../../spec/requirement.ts'
import { verdicts } from '../result.ts'

const name = z.object({ name: z.string(), version: z.string() })

/** Whose doing a finding is, and how that is known. */
const blame = z.object({
  side: z
    .enum(['A', 'B', 'both', 'together', 'unknown'])
    .describe('together: neither fails with the reference gateway; unknown: that could not be tried'),
  text: z.string().describe('what one gateway did to the other'),
})
export type Blame = z.infer<typeof blame>

const finding = z.object({
  requirement: z.string(),
  scenario: z.string(),
  level: z.enum(levels),
  verdict: z.enum(verdicts),
  due: z.boolean(),
  summary: z.string(),
  blame: blame.optional().describe('absent where nothing went wrong'),
})
export type Finding = z.infer<typeof finding>

const pair = z.object({
  a: z.string().describe('target whose gateway serves domain A, where stories begin'),
  b: z.string().describe('target whose gateway serves domain B'),
  edition: z.enum(editionIds),
  why: z.string().optional().describe('why nothing could be tried with this pair; then results is empty'),
  results: z.array(finding),
})
export type Pair = z.infer<typeof pair>

export const matrix = z
  .object({
    schemaVersion: z.literal(1),
    suite: name,
    seed: z.int(),
    startedAt: z.iso.datetime(),
    durationMs: z.number().nonnegative(),
    complete: z.boolean(),
    targets: z.array(name),
    pairs: z.array(pair),
  })
  .describe('Matrix of mimi-conformance')
export type Matrix = z.infer<typeof matrix>

/** Whether a check went wrong. */
export function isBad({ verdict }: Pick<Finding, 'verdict'>): boolean {
  return verdict !== 'pass' && verdict !== 'not-applicable'
}

/** 0 where nothing failed, 1 where something did, 3 where something that is due stayed open; as for `run`. */
export function matrixExitCode({ pairs, complete }: Matrix): 0 | 1 | 3 | 130 {
  if (!complete) return 130
  const results = pairs.flatMap((one) => one.results)
  if (results.some(({ verdict }) => verdict === 'fail')) return 1
  return results.some(({ verdict, due }) => verdict === 'error' || (verdict === 'inconclusive' && due)) ? 3 : 0
}
