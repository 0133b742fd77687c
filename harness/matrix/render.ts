// The matrix for people: a table of pairs, then each finding with whose fault it is; as text, Markdown or HTML.
import { createColors } from 'picocolors'
import { style } from '../report/html/style.ts'
import { markup, trusted } from '../report/markup.ts'
import { duration } from '../report/words.ts'
import { type Finding, isBad, type Matrix, type Pair } from './model.ts'

/** `12 of 14 pass`, or why there is nothing. */
function cellOf({ results, why }: Pair): string {
  if (why !== undefined) return 'not applicable'
  const asked = results.filter(({ verdict }) => verdict !== 'not-applicable')
  return `${asked.filter(({ verdict }) => verdict === 'pass').length} of ${asked.length} pass`
}

function pairTitle({ a, b, edition }: Pair): string {
  return `${a} as A, ${b} as B, edition ${edition}`
}

/** Who, in words: `B (acme 1.0)`. */
function blamed({ a, b }: Pair, { blame }: Finding): string {
  const who = { A: `A (${a})`, B: `B (${b})`, both: 'both', together: 'neither alone', unknown: 'not known' }
  return blame ? who[blame.side] : ''
}

export function renderMatrix(matrix: Matrix, options: { readonly color: boolean }): string {
  const colors = createColors(options.color)
  const lines = matrix.pairs.flatMap((pair) => {
    const bad = pair.results.filter(isBad)
    const cell = cellOf(pair)
    const told =
      pair.why !== undefined
        ? colors.dim(`${cell}: ${pair.why}`)
        : bad.length > 0
          ? colors.red(cell)
          : colors.green(cell)
    return [
      `${colors.bold(pairTitle(pair))}: ${told}`,
      ...bad.flatMap((finding) => [
        `  ${finding.verdict.toUpperCase()} ${finding.scenario}, ${finding.level}`,
        `    fault of ${blamed(pair, finding)}: ${finding.blame?.text ?? finding.summary}`,
      ]),
    ]
  })
  return `${lines.join('\n')}\n`
}

export function renderMatrixMarkdown(matrix: Matrix): string {
  const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]#|~<&]/g, '\\$&')
  const rows = matrix.pairs.map((pair) => {
    const cell = pair.why === undefined ? cellOf(pair) : `${cellOf(pair)}: ${pair.why}`
    return `| ${plain(pair.a)} | ${plain(pair.b)} | ${pair.edition} | ${plain(cell)} |`
  })
  const findings = matrix.pairs.flatMap((pair) =>
    pair.results
      .filter(isBad)
      .map(
        (finding) =>
          `* ${plain(pairTitle(pair))}: **${finding.verdict}** ${plain(finding.scenario)} (${finding.level}), fault of ${plain(blamed(pair, finding))}: ${plain(finding.blame?.text ?? finding.summary)}`,
      ),
  )
  return (
    [
      '# Which gateways work together',
      '| A | B | edition | |\n|---|---|---|---|\n' + rows.join('\n'),
      ...(findings.length > 0 ? ['## What went wrong', findings.join('\n')] : []),
      `Seed ${matrix.seed}, ${duration(matrix.durationMs)}, ${matrix.suite.name} ${matrix.suite.version}.`,
    ].join('\n\n') + '\n'
  )
}

export function renderMatrixHtml(matrix: Matrix): string {
  const { pairs, suite } = matrix
  const editions = [...new Set(pairs.map(({ edition }) => edition))]
  const names = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const table = (edition: string) => markup`<div class="card"><h2>Edition ${edition}</h2>
<table><thead><tr><th scope="col">A, where stories begin</th>${names.map((b) => markup`<th scope="col">B: ${b}</th>`)}</tr></thead>
<tbody>${names.map(
    (a) =>
      markup`<tr><th scope="row">${a}</th>${names.map((b) => {
        const pair = pairs.find((one) => one.a === a && one.b === b && one.edition === edition)
        if (!pair) return markup`<td class="zero">·</td>`
        const kind = pair.why !== undefined ? 'zero' : pair.results.some(isBad) ? 'fail' : 'pass'
        return markup`<td class="${kind}"${pair.why !== undefined && markup` title="${pair.why}"`}>${cellOf(pair)}</td>`
      })}</tr>`,
  )}</tbody></table></div>`
  const bad = pairs.flatMap((pair) => pair.results.filter(isBad).map((finding) => ({ pair, finding })))
  const left = pairs.filter(({ why }) => why !== undefined)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>MIMI gateways together</title>
<style>${trusted(style)}</style>
</head>
<body>
<header class="top"><div><h1>Which gateways work together</h1>
<p class="facts"><span>${pairs.length} pairs</span><span>${duration(matrix.durationMs)}</span><span>seed ${matrix.seed}</span>
<span>${matrix.startedAt}</span><span>${suite.name} ${suite.version}</span></p></div></header>
<main>
<section class="totals">${editions.map(table)}</section>
${
  bad.length > 0 &&
  markup`<section><h2>What went wrong, and whose fault it is</h2><ul class="findings">${bad.map(
    ({ pair, finding }) => markup`<li class="${finding.verdict}">${finding.scenario}
 <span class="tags">${finding.verdict} · ${finding.level} · ${pairTitle(pair)}</span>
<br>Fault of ${blamed(pair, finding)}: <span class="was">${finding.blame?.text ?? finding.summary}</span></li>`,
  )}</ul></section>`
}
${
  left.length > 0 &&
  markup`<section><h2>What could not be tried</h2><ul>${left.map(
    (pair) => markup`<li>${pairTitle(pair)}: ${pair.why}</li>`,
  )}</ul></section>`
}
</main>
</body>
</html>
`.text
}
