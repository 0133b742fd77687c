// Requirements that every answer of a run is held to: problem documents, the status table, no server errors.
import type { Exchange } from '../simulator/exchange.ts'
import { capabilities, claimOf } from '../spec/capability.ts'
import type { Edition } from '../spec/edition.ts'
import { problemCode, problemStatus } from '../spec/profile/problems.ts'
import type { RequirementId } from '../spec/requirement.ts'
import type { Mismatch, Result } from './result.ts'
import type { RunningTarget } from './target.ts'
import { brokenVerdict, isDue } from './verdict.ts'

/** How many of the answers that differ are shown. */
export const runWideExamples = 5

type Demand = (exchange: Exchange) => Mismatch | undefined

/** Requirements judged over all exchanges, each with what it demands of one answer. */
const demands: Readonly<Record<RequirementId, Demand>> = {
  'http/problem-details': problemDetails,
  'http/status-table': statusTable,
  'http/no-server-errors': noServerErrors,
}

/** What stands in the place of a scenario where everything that was seen is judged. */
export const runWide = 'run-wide'

/** Ids of the requirements that are judged over the whole run. */
export const runWideRequirements = Object.keys(demands) as RequirementId[]

/** One result for each run-wide requirement of the edition, over everything the other results saw. */
export function judgeRun(edition: Edition, results: readonly Result[], target: RunningTarget): Result[] {
  // How a gateway answers what it does not declare is not judged.
  const undeclared = new Set<string>(
    capabilities.filter((one) => !target.capabilities.includes(one)).map((one) => claimOf(one)),
  )
  const seen = results.filter((result) => result.edition === edition.id && !undeclared.has(result.requirement))
  const own = target.gateways.flatMap(({ domains }) => domains)
  return edition.requirements.flatMap((requirement) => {
    const demand = demands[requirement.id]
    if (!demand) return []
    const answered = seen
      .flatMap(({ exchanges, scenario }) => exchanges.map((one): Exchange => ({ ...one, id: `${scenario} ${one.id}` })))
      .filter(({ response, to }) => response && own.some((domain) => to.startsWith(`${domain} `)))
    const broken = answered.flatMap((exchange) => {
      const mismatch = demand(exchange)
      return mismatch ? [{ exchange, mismatch }] : []
    })
    const shown = broken.slice(0, runWideExamples)
    const verdict = answered.length === 0 ? 'inconclusive' : broken.length > 0 ? brokenVerdict(requirement) : 'pass'
    const result: Result = {
      edition: edition.id,
      requirement: requirement.id,
      rows: requirement.rows,
      level: requirement.level,
      binds: requirement.binds,
      section: requirement.section,
      scenario: runWide,
      verdict,
      durationMs: 0,
      summary: runWideSummary({ answers: answered.length, differing: broken.length }),
      mismatches: shown.map(({ mismatch }) => mismatch),
      ...(answered.length === 0 && { firstCause: 'no answer was seen' }),
      readings: requirement.readings ?? [],
      reproduce: `npx mimi-conformance run --edition ${edition.id}`,
      evidence: { answers: { fact: answered.length }, differing: { fact: broken.length } },
      exchanges: shown.map(({ exchange }) => exchange),
      due: isDue(requirement, target.capabilities),
    }
    return [result]
  })
}

/** What a run-wide requirement comes to, in words. */
export function runWideSummary({
  answers,
  differing,
}: {
  readonly answers: number
  readonly differing: number
}): string {
  return answers === 0 ? 'no answer was seen' : `${differing} of ${answers} answers differ`
}

function problemDetails({ id, request, response }: Exchange): Mismatch | undefined {
  if (!response || response.status < 400 || request.method === 'HEAD') return undefined
  const expected = 'application/problem+json with type, title and the answer’s own status'
  const type = response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'no content type'
  if (!/^application\/problem\+json\s*(;|$)/i.test(type)) return { expected, actual: type, at: `${id}.headers` }
  const problem = asRecord(response.body)
  const texts = [problem['type'], problem['title']].every((text) => typeof text === 'string' && text !== '')
  if (texts && problem['status'] === response.status) return undefined
  const { type: kind, title, status } = problem
  return { expected, actual: JSON.stringify({ type: kind, title, status }), at: `${id}.body` }
}

function statusTable({ id, response }: Exchange): Mismatch | undefined {
  if (!response || response.status < 400) return undefined
  const code = problemCode(asRecord(response.body)['type'])
  // 406 is a legal answer to an Accept header that cannot be met, and has no code of its own.
  const statuses = code ? [problemStatus[code]] : [...new Set<number>([...Object.values(problemStatus), 406])]
  if (statuses.includes(response.status)) return undefined
  const expected = code ? `status ${problemStatus[code]} for ${code}` : `one of ${statuses.join(', ')}`
  return { expected, actual: String(response.status), at: `${id}.status` }
}

function noServerErrors({ id, response }: Exchange): Mismatch | undefined {
  if (!response || response.status < 500 || isOfPeer(response)) return undefined
  return { expected: 'no 5xx of the gateway’s own making', actual: String(response.status), at: `${id}.status` }
}

/**
 * A failure of another gateway is told as such, and is none of this one's making. Where no code says so the status does:
 * 502 and 504 speak of the server behind (RFC 9110 sections 15.6.3 and 15.6.5).
 */
function isOfPeer({ status, body }: NonNullable<Exchange['response']>): boolean {
  const code = problemCode(asRecord(body)['type'])
  if (code === undefined) return status === 502 || status === 504
  return problemStatus[code] >= 500 && problemStatus[code] === status
}

function asRecord(body: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
