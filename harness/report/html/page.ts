// The report as one HTML file that needs nothing else: totals, findings, every check, what is untested.
import { createHash } from 'node:crypto'
import { countsAgainst, decidingResults, exitCode, isUndecided } from '../../report.ts'
import { capabilityScores, scoreText } from '../capabilities.ts'
import { type Markup, markup, trusted } from '../markup.ts'
import type { Report, StoredResult, Tally } from '../model.ts'
import {
  checkName,
  checksText,
  columns,
  conclusion,
  duration,
  firstLine,
  sectionText,
  sumOf,
  verdictTitle,
  waiverLines,
} from '../words.ts'
import { anchorOf, areaOf, renderCheck } from './check.ts'
import { script } from './script.ts'
import { style } from './style.ts'

const scriptHash = createHash('sha256').update(script).digest('base64')
/** Only our own script may run, whatever a gateway put into its answers. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`

export function renderHtml(report: Report): string {
  const { target, suite, seed, results } = report
  const notes = [...report.notes.map(({ text }) => text), ...waiverLines(report)]
  const code = exitCode(report)
  const tone = code === 0 ? 'ok' : code === 1 ? 'bad' : 'open'
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${target.name} ${target.version}: MIMI conformance</title>
<style>${trusted(style)}</style>
</head>
<body>
<header class="top"><div>
<h1>Conformance of ${target.name} ${target.version}</h1>
<p class="conclusion ${tone}">${conclusion(report, code, decidingResults(report).length)}</p>
<p class="facts"><span>${checksText(results.length)}</span><span>${duration(report.durationMs)}</span><span>seed ${seed}</span>
<span>${report.startedAt}</span><span>${suite.name} ${suite.version}</span>
${report.untested.length > 0 && markup`<a href="#untested">${report.untested.length} requirements untested</a>`}</p>
</div></header>
<main>
<section class="totals" aria-label="Totals, counted in requirements">${report.editions.map((edition) => totalsCard(report, edition))}</section>
${findings(report)}
${capabilities(report)}
${notes.length > 0 && markup`<section><h2>Notes</h2><ul>${notes.map((text) => markup`<li>${text}</li>`)}</ul></section>`}
<section><h2 id="checks">Checks</h2>
${filterForm(report)}
${areasOf(results).map(
  (area) => markup`<section class="area"><h3>${area}</h3>
${results.filter((result) => areaOf(result) === area).map((result) => renderCheck(result, report))}</section>`,
)}</section>
${untestedSection(report)}
<footer>Declared capabilities: ${target.capabilities.join(', ') || 'none'}. Counts are in requirements, a requirement's verdict
is the worst of its checks'. This page holds all it needs; report.json beside it has every exchange whole.</footer>
</main>
<script>${trusted(script)}</script>
</body>
</html>
`.text
}

function totalsCard(report: Report, edition: Report['editions'][number]): Markup {
  const perLevel = Object.entries(report.totals[edition] ?? {})
  const sum = sumOf(perLevel.map(([, tally]) => tally))
  const row = (level: string, tally: Tally, kind: string) =>
    markup`<tr class="${kind}"><th scope="row">${level}</th>${columns.map(
      ({ key, verdict = 'untested' }) => markup`<td class="${tally[key] === 0 ? 'zero' : verdict}">${tally[key]}</td>`,
    )}</tr>`
  return markup`<div class="card"><h2>Edition ${edition}</h2>
<div class="bar" aria-hidden="true">${columns
    .filter(({ key }) => sum[key] > 0)
    .map(({ key, verdict = 'untested' }) => markup`<i class="${verdict}" style="flex: ${sum[key]}"></i>`)}</div>
<table><thead><tr><th scope="col">requirements</th>${columns.map(({ title }) => markup`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${perLevel.map(([level, tally]) => row(level, tally, ''))}${row('all', sum, 'sum')}</tbody></table></div>`
}

/** What was declared, capability by capability. */
function capabilities(report: Report): Markup | undefined {
  const scores = capabilityScores(report)
  if (scores.length === 0) return undefined
  const rows = scores.map(
    (score) =>
      markup`<tr><th scope="row">${score.capability}</th><td>${score.edition}</td><td>${scoreText(score)}</td></tr>`,
  )
  return markup`<section><h2>Declared capabilities</h2><table class="capabilities"><thead><tr><th scope="col">capability</th>
<th scope="col">edition</th><th scope="col">requirements of level MUST and STEP</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

function findings(report: Report): Markup | undefined {
  const counting = report.results.filter((result) => countsAgainst(result, report) || isUndecided(result))
  if (counting.length === 0) return undefined
  return markup`<section><h2>What counts against the target, or leaves it without a verdict</h2><ul class="findings">${counting.map(
    (result) => {
      const [first] = result.mismatches
      const seen = first ? `${first.at}: expected ${first.expected}, was ${first.actual}` : firstLine(result.summary)
      return markup`<li class="${result.verdict}"><a href="#${encodeURI(anchorOf(result))}">${checkName(result)}</a>
 <span class="tags">${verdictTitle(result.verdict)} · ${result.level} · ${result.edition} · ${sectionText(result.section)}</span>
<br>${result.text}<br><span class="was">${seen}</span></li>`
    },
  )}</ul></section>`
}

function filterForm({ results, editions }: Report): Markup {
  const buttons = columns.flatMap(({ verdict, title }) => {
    const count = results.filter((result) => result.verdict === verdict).length
    return verdict === undefined || count === 0
      ? []
      : [
          markup`<button type="button" class="${verdict}" data-verdict="${verdict}" aria-pressed="false">${title} ${count}</button>`,
        ]
  })
  const choice = (name: string, all: string, values: readonly string[]) =>
    markup`<select name="${name}" aria-label="${name}"><option value="">${all}</option>${values.map(
      (value) => markup`<option>${value}</option>`,
    )}</select>`
  return markup`<form class="filter" role="search" aria-label="Filter the checks">${buttons}
${choice('edition', 'all editions', editions)}
${choice('level', 'all levels', [...new Set(results.map(({ level }) => level))])}
${choice('area', 'all areas', areasOf(results))}
<input type="search" name="text" placeholder="Filter by id, row, section, words" aria-label="Filter by text"><output aria-live="polite"></output></form>`
}

function areasOf(results: readonly StoredResult[]): string[] {
  return [...new Set(results.map(areaOf))].sort()
}

function untestedSection({ untested, editions }: Report): Markup | undefined {
  if (untested.length === 0) return undefined
  return markup`<section><h2 id="untested">Untested: ${untested.length} requirements without a scenario</h2>${editions.map(
    (edition) => {
      const here = untested.filter((one) => one.edition === edition)
      return (
        here.length > 0 &&
        markup`<details class="check untested"><summary><span class="verdict">untested</span>
<span class="name">Edition ${edition}: ${here.length} requirements</span><span class="tags"></span></summary>
<div class="told"><table><thead><tr><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col">Demand</th><th scope="col">Why it is untested</th></tr></thead>
<tbody>${here.map(
          ({ requirement, rows, level, text, why }) =>
            markup`<tr><td><code>${requirement}</code><br>${rows.join(', ')}</td><td>${level}</td><td>${text}</td><td>${why}</td></tr>`,
        )}</tbody></table></div></details>`
      )
    },
  )}</section>`
}
