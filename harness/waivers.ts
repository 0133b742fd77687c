// Waivers: failures that a vendor knows of and has dated; they annotate results and take them out of the exit code.
import { z } from 'zod'
import type { EditionId } from '../spec/edition.ts'
import { editionIds } from '../spec/edition.ts'
import { readConfiguration } from './configuration-file.ts'
import { suggestion } from './nearest.ts'
import type { Report, StoredResult } from './report/model.ts'
import type { Verdict } from './result.ts'

const waiver = z.strictObject({
  check: z.string().min(1),
  edition: z.enum(editionIds).optional(),
  reason: z.string().trim().min(1, 'expected a reason'),
  issue: z.url().optional(),
  until: z.iso.date('expected a date like 2027-03-31'),
  symptom: z.string('expected text (put a number in quotes)').min(1).optional(),
})
export type Waiver = z.infer<typeof waiver>

/** A check that a waiver may name: a requirement's id, or one scenario of it. */
export interface WaivableChecks {
  readonly names: ReadonlySet<string>
}

/**
 * Reads a waiver file (YAML or JSON: a list). Throws `ConfigurationError` where it is malformed, or names a check that
 * does not exist.
 */
export async function readWaivers(path: string, { names }: WaivableChecks): Promise<readonly Waiver[]> {
  const { value, complain } = await readConfiguration(
    path,
    'waiver file',
    z.array(waiver, 'expected a list of waivers'),
  )
  for (const [index, { check }] of value.entries()) {
    if (names.has(check)) continue
    const text = `no requirement or scenario is called "${check}"${suggestion(check, names) || '; `mimi-conformance list` names them all'}`
    throw complain({ path: [index, 'check'], text })
  }
  return value
}

export interface Waiving {
  readonly waivers: readonly Waiver[]
  /** The day on which waivers are judged, as `2027-03-31` in UTC. */
  readonly asOf: string
  readonly strictProfile: boolean
}

export interface Waived {
  readonly results: readonly StoredResult[]
  readonly states: Report['waivers']
}

/** The results with what is waived among them annotated, and what became of each waiver. */
export function applyWaivers(results: readonly StoredResult[], { waivers, asOf, strictProfile }: Waiving): Waived {
  const waivable: readonly Verdict[] = strictProfile ? ['fail', 'inconclusive', 'deviation'] : ['fail', 'inconclusive']
  const annotated = new Map<StoredResult, StoredResult>()
  const states = waivers.map((one) => {
    const { check, edition, reason, issue, until } = one
    const concerned = results.filter((result) => concerns(one, result))
    const named = { check, ...(edition && { edition }) }
    if (concerned.length === 0) return { ...named, state: 'unmatched' as const }
    if (until < asOf) return { ...named, state: 'expired' as const }
    const open = concerned.filter(({ verdict }) => waivable.includes(verdict))
    if (open.length === 0) return { ...named, state: 'stale' as const }
    const matching = open.filter((result) => shows(one.symptom, result))
    const waived = { reason, until, ...(issue !== undefined && { issue }) }
    for (const result of matching) annotated.set(result, { ...result, waived })
    return { ...named, state: matching.length > 0 ? ('applied' as const) : ('unmatched' as const) }
  })
  return { results: results.map((result) => annotated.get(result) ?? result), states }
}

function concerns({ check, edition }: Waiver, result: StoredResult): boolean {
  const sameEdition: boolean = edition === undefined || (edition satisfies EditionId) === result.edition
  return sameEdition && (result.requirement === check || result.scenario === check)
}

/** Whether everything that was seen bears the symptom; a waiver without one waives whatever its check shows. */
function shows(symptom: string | undefined, { mismatches, firstCause, verdict }: StoredResult): boolean {
  if (symptom === undefined) return true
  if (verdict === 'inconclusive') return firstCause?.includes(symptom) ?? false
  return mismatches.length > 0 && mismatches.every(({ actual }) => JSON.stringify(actual).includes(symptom))
}
