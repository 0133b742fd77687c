// One check in the HTML report: what was demanded, what was seen, why, and how to see it again.
import { readings } from '../../../spec/profile/readings.ts'
import { countsAgainst, isUndecided } from '../../report.ts'
import { type Markup, markup } from '../markup.ts'
import type { Report, StoredResult } from '../model.ts'
import { checkName, duration, firstLine, sectionText, verdictTitle, waivedText } from '../words.ts'
import { inFull, inShort, renderExchange } from './exchange.ts'
import { packed } from './packed.ts'

/** Where a check stands in the page. */
export function anchorOf(result: StoredResult): string {
  return `${result.edition}/${checkName(result)}`
}

export function areaOf({ requirement }: Pick<StoredResult, 'requirement'>): string {
  return requirement.split('/')[0] ?? ''
}

export function renderCheck(result: StoredResult, report: Report): Markup {
  const { edition, requirement, scenario, level, verdict, text, summary, durationMs, mismatches } = result
  const counts = countsAgainst(result, report) || isUndecided(result)
  const words = [
    requirement,
    scenario,
    text,
    summary,
    result.section,
    ...result.rows,
    ...mismatches.map(({ at }) => at),
  ]
  return markup`<details class="check ${verdict}" id="${anchorOf(result)}" data-verdict="${verdict}" data-edition="${edition}"
 data-level="${level}" data-area="${areaOf(result)}" data-counts="${counts}" data-text="${words.join(' ')}">
<summary><span class="verdict">${verdictTitle(verdict)}</span>
<span class="name">${checkName(result)}<small>${verdict === 'pass' ? text : firstLine(summary)}</small></span>
<span class="tags">${result.waived && 'waived · '}${level} · ${edition} · ${duration(durationMs)}</span></summary>
<div class="told">
<dl>${facts(result).map(([term, value]) => markup`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
${mismatches.length > 0 && mismatchTable(mismatches)}
${evidenceList(result)}
${packedAhead.get(result) ?? exchangeList(result)}
<h4>Reproduce</h4><div class="reproduce"><pre>${result.reproduce}</pre><button type="button" data-copy>copy</button></div>
</div></details>
`
}

function facts(result: StoredResult): [string, string | Markup][] {
  const { requirement, section, rows, binds, text, story, firstCause, readBack, due, verdict } = result
  const found: [string, string | Markup | undefined][] = [
    ['Demand', text],
    ['Story', story],
    ['Stands in', `${sectionText(section)} (${rows.join(', ')}); binds the ${binds}`],
    ['Requirement', markup`<code>${requirement}</code>`],
    ['Found', verdict === 'pass' || result.summary === text ? undefined : firstLine(result.summary)],
    ['First cause', firstCause === result.summary ? undefined : firstCause],
    [
      'No verdict',
      verdict === 'inconclusive' && due ? 'this requirement is due, so the run cannot end with 0' : undefined,
    ],
    ['Waived', waivedText(result)],
    ['Read back', readBack],
    ...result.readings.map((id): [string, string | undefined] => {
      const reading = readings.find((candidate) => candidate.id === id)
      return [`Reading ${id}`, reading?.interpretation]
    }),
  ]
  return found.flatMap(([term, value]) => (value === undefined ? [] : [[term, value]]))
}

function mismatchTable(mismatches: StoredResult['mismatches']): Markup {
  return markup`<table><thead><tr><th scope="col">Where</th><th scope="col">Expected</th><th scope="col">Was</th></tr></thead>
<tbody>${mismatches.map(
    ({ at, expected, actual }) =>
      markup`<tr><td><code>${at}</code></td><td>${expected}</td><td class="was">${actual}</td></tr>`,
  )}</tbody></table>`
}

function evidenceList({ evidence }: StoredResult): Markup | undefined {
  const known = Object.entries(evidence).flatMap(([name, reference]) =>
    'fact' in reference ? [markup`<dt>${name}</dt><dd><pre class="fact">${factText(reference.fact)}</pre></dd>`] : [],
  )
  return known.length === 0 ? undefined : markup`<h4>Facts the judge saw</h4><dl>${known}</dl>`
}

function factText(fact: unknown): string {
  const text = JSON.stringify(fact)
  return text.length > 2_000
    ? `${text.slice(0, 2_000)}… (${text.length} characters; all of it is in report.json)`
    : text
}

const packedAhead = new WeakMap<StoredResult, Markup>()

/** Makes a check's exchanges ahead of the page that will have them. */
export function packExchanges(result: StoredResult): void {
  const list = exchangeList(result)
  if (list) packedAhead.set(result, list)
}

/** Of a check that found nothing the exchanges are told in short, and packed: most of a page would be these. */
function exchangeList({ evidence, exchanges, verdict }: StoredResult): Markup | undefined {
  if (exchanges.length === 0) return undefined
  const names = new Map<string, string[]>()
  for (const [name, reference] of Object.entries(evidence)) {
    const ids = 'exchange' in reference ? [reference.exchange] : 'exchanges' in reference ? reference.exchanges : []
    for (const id of ids) names.set(id, [...(names.get(id) ?? []), name])
  }
  const isQuiet = verdict === 'pass' || verdict === 'not-applicable'
  const told = markup`${exchanges.map((exchange) =>
    renderExchange(exchange, names.get(exchange.id) ?? [], isQuiet ? inShort : inFull),
  )}`
  return markup`<h4>${exchanges.length} exchange${exchanges.length > 1 && 's'}</h4>
${isQuiet ? packed(told) : markup`<div>${told}</div>`}`
}
