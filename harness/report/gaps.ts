// The register of readings as a table to decide from: what the text leaves open, what hangs on it, what gateways do.
import type { Edition } from '../../spec/edition.ts'
import { alternatives } from '../../spec/profile/alternatives.ts'
import { readings } from '../../spec/profile/readings.ts'
import type { Reading } from '../../spec/reading.ts'
import type { Scenario } from '../scenario.ts'
import type { Report } from './model.ts'
import { checkName } from './words.ts'

export interface Gap extends Reading {
  /** What else the words allow. */
  readonly alternatives: readonly string[]
  /** Requirements that rest on the reading. */
  readonly requirements: readonly string[]
  /** Scenarios that test these, by name. */
  readonly checks: readonly string[]
  readonly gateways: readonly GatewayPractice[]
}

/** What the results of one report that rest on a reading say. */
export interface GatewayPractice {
  readonly gateway: string
  /** Results by verdict. */
  readonly verdicts: Readonly<Record<string, number>>
  /** Results in which the gateway did something else than the reading taken: who is not named did as it says. */
  readonly differs: readonly { readonly check: string; readonly verdict: string; readonly summary: string }[]
}

export interface GapsInput {
  readonly editions: readonly Edition[]
  readonly scenarios: readonly { readonly name: string; readonly scenario: Pick<Scenario, 'requirement'> }[]
  readonly reports: readonly Report[]
}

const different = ['fail', 'warn', 'deviation']

/** The readings that the editions rest on, in order. */
export function gapsOf({ editions, scenarios, reports }: GapsInput): readonly Gap[] {
  return readings.flatMap((reading) => {
    const resting = editions.flatMap(({ requirements }) =>
      requirements.filter((requirement) => requirement.readings?.includes(reading.id)).map(({ id }) => id),
    )
    if (resting.length === 0) return []
    const requirements = [...new Set<string>(resting)].sort()
    return {
      ...reading,
      alternatives: alternatives.get(reading.id) ?? [],
      requirements,
      checks: scenarios.filter(({ scenario }) => requirements.includes(scenario.requirement)).map(({ name }) => name),
      gateways: reports.flatMap((report) => practiceOf(report, reading.id, editions) ?? []),
    }
  })
}

/** One Markdown table, for a discussion. */
export function renderGapsMarkdown(gaps: readonly Gap[]): string {
  const head = ['id', 'where', 'what is unclear', 'taken', 'also possible', 'why', 'stance', 'checks', 'gateways']
  const rows = gaps.map((gap) => [
    ...[gap.id, gap.where, gap.problem, gap.interpretation, gap.alternatives.join('<br>'), gap.reason, gap.stance],
    gap.checks.length === 0 ? 'none' : gap.checks.map((check) => `\`${check}\``).join('<br>'),
    gap.gateways.map(practiceText).join('<br>') || '-',
  ])
  return `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n')}\n`
}

/** Plain text for a terminal, one block for each point. */
export function renderGaps(gaps: readonly Gap[]): string {
  const blocks = gaps.map((gap) =>
    [
      `${gap.id}  ${gap.where}  (${gap.stance})`,
      `  unclear        ${gap.problem}`,
      `  taken          ${gap.interpretation}`,
      ...gap.alternatives.map((other) => `  also possible  ${other}`),
      `  why            ${gap.reason}`,
      `  checks         ${gap.checks.join(', ') || 'none'}`,
      ...gap.gateways.map((practice) => `  gateway        ${practiceText(practice)}`),
    ].join('\n'),
  )
  return `${[...blocks, `${gaps.length} readings`].join('\n\n')}\n`
}

function practiceOf(report: Report, id: Reading['id'], editions: readonly Edition[]): GatewayPractice | undefined {
  const results = report.results.filter(
    (result) => result.readings.includes(id) && editions.some((edition) => edition.id === result.edition),
  )
  if (results.length === 0) return undefined
  const verdicts: Record<string, number> = {}
  for (const { verdict } of results) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  return {
    gateway: `${report.target.name} ${report.target.version}`,
    verdicts,
    differs: results
      .filter(({ verdict }) => different.includes(verdict))
      .map((result) => ({ check: checkName(result), verdict: result.verdict, summary: result.summary })),
  }
}

function practiceText({ gateway, verdicts, differs }: GatewayPractice): string {
  const counts = Object.entries(verdicts).map(([verdict, count]) => `${count} ${verdict}`)
  // A gateway's words may hold what a terminal obeys.
  return [`${gateway}: ${counts.join(', ')}`, ...differs.map(({ check, summary }) => `${check}: ${summary}`)]
    .join('; ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
}

/** What stands in a report is a gateway's own words: none of it may end a cell or begin markup. */
function cell(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .replaceAll(/<(?!br>)/g, '&lt;')
}
