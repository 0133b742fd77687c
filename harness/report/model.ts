// The report as data: the one model from which every format is rendered, and from which the JSON Schema is made.
import { z } from 'zod'
import { capabilities } from '../../spec/capability.ts'
import { editionIds } from '../../spec/edition-id.ts'
import { operationNames } from '../../spec/operation.ts'
import { levels } from '../../spec/requirement.ts'
import { verdicts } from '../result.ts'

const edition = z.enum(editionIds)
const level = z.enum(levels)
const requirementId = z.templateLiteral([z.string(), '/', z.string()])
const count = z.int().nonnegative()
const milliseconds = z.number().nonnegative()

const message = {
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  bodyEncoding: z.enum(['utf8', 'base64']),
}

export const storedExchange = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  operation: z.enum(operationNames).optional(),
  request: z.object({ method: z.string(), path: z.string(), ...message }),
  response: z
    .object({ status: z.int(), ...message })
    .optional()
    .describe('absent when no answer came; then noAnswer says what happened instead'),
  noAnswer: z.string().optional(),
  startedAtMs: milliseconds.describe('since the scenario began'),
  durationMs: milliseconds,
})
export type StoredExchange = z.infer<typeof storedExchange>

export const storedResult = z.object({
  edition,
  requirement: requirementId,
  rows: z.array(z.string()),
  level,
  binds: z.enum(['gateway', 'caller', 'operator']),
  section: z.string(),
  text: z.string().describe('the demand in one sentence'),
  scenario: z.string(),
  story: z.string().describe('who does what'),
  verdict: z.enum(verdicts),
  due: z.boolean().describe('an inconclusive verdict here leaves the target without a verdict (exit code 3)'),
  durationMs: milliseconds,
  summary: z.string(),
  mismatches: z.array(z.object({ expected: z.string(), actual: z.string(), at: z.string() })),
  firstCause: z.string().optional(),
  readBack: z.enum(['unchanged', 'changed', 'unavailable']).optional(),
  underClaim: z
    .enum(capabilities)
    .optional()
    .describe('a capability that works although the target does not declare it'),
  readings: z.array(z.templateLiteral(['A-', z.string()])),
  reproduce: z.string(),
  waived: z
    .object({ reason: z.string(), until: z.iso.date(), issue: z.string().optional() })
    .optional()
    .describe('known to the vendor: not counted in the exit code'),
  evidence: z.record(
    z.string(),
    z.union([
      z.object({ exchange: z.string() }),
      z.object({ exchanges: z.array(z.string()) }),
      z.object({ fact: z.unknown() }),
    ]),
  ),
  exchanges: z.array(storedExchange),
})
export type StoredResult = z.infer<typeof storedResult>

const tally = z.object({
  pass: count,
  fail: count,
  warn: count,
  deviation: count,
  inconclusive: count,
  notApplicable: count,
  error: count,
  untested: count,
})
export type Tally = z.infer<typeof tally>

const untested = z.object({
  edition,
  requirement: requirementId,
  rows: z.array(z.string()),
  level,
  text: z.string(),
  why: z.string(),
})
export type Untested = z.infer<typeof untested>

const note = z.object({ code: z.string(), text: z.string() })
export type Note = z.infer<typeof note>

export const report = z
  .object({
    schemaVersion: z.literal(1),
    suite: z.object({ name: z.string(), version: z.string() }),
    target: z.object({ name: z.string(), version: z.string(), capabilities: z.array(z.enum(capabilities)) }),
    seed: z.int(),
    startedAt: z.iso.datetime(),
    durationMs: milliseconds,
    complete: z.boolean().describe('false where the run was stopped before every check had run'),
    editions: z.array(edition),
    selection: z
      .object({
        only: z.array(z.string()),
        level: level.optional(),
        shard: z.object({ index: z.int().positive(), count: z.int().positive() }).optional(),
      })
      .optional()
      .describe('what of the suite was chosen; absent: all of it'),
    totals: z
      .partialRecord(edition, z.partialRecord(level, tally))
      .describe('per edition and level, counted in requirements'),
    results: z.array(storedResult).describe('sorted by edition, requirement and scenario'),
    untested: z.array(untested).describe('requirements without any scenario'),
    waivers: z.array(
      z.object({
        check: z.string(),
        edition: edition.optional(),
        state: z.enum(['applied', 'stale', 'expired', 'unmatched']),
      }),
    ),
    notes: z.array(note),
  })
  .describe('Report of mimi-conformance')
export type Report = z.infer<typeof report>

/** The published JSON Schema (draft 2020-12) of report.json; unknown members are allowed, so that 1 can grow. */
export function reportSchema(): object {
  return z.toJSONSchema(report, { io: 'input' })
}
