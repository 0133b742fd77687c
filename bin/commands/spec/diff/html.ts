// A difference as one HTML file that needs nothing else, with the look of the report.
import { style } from '../../../../harness/report/html/style.ts'
import { type Markup, markup, trusted } from '../../../../harness/report/markup.ts'
import type { Entry, Tone } from './entry.ts'
import { conclusionOf, outlineOf } from './outline.ts'
import type { DiffReport } from './report.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const own = `
del { color: var(--fail); } ins { color: var(--pass); text-decoration: none; font-weight: 600; border-bottom: 2px solid currentColor; }
.findings .place { color: var(--soft); font-size: .85rem; margin-left: .6rem; }
.findings ul { margin: .2rem 0; padding-left: 1.2rem; color: var(--soft); font-size: .9rem; }
section > details > summary { cursor: pointer; } section > details > summary h2 { display: inline-block; }
`

/** Which verdict of the report has the colour that an entry wants. */
const shades: Readonly<Record<Tone, string>> = { bad: 'fail', good: 'pass', change: 'warn', quiet: 'untested' }

export function renderDiffHtml(report: DiffReport): string {
  const { old, now, edition, impact, normative } = report
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${old} → ${now}</title>
<style>${trusted(style + own)}</style>
</head>
<body>
<header class="top"><div>
<h1>${old} → ${now}</h1>
<p class="conclusion ${normative ? 'open' : 'ok'}">${conclusionOf(report)}</p>
<p class="facts"><span>edition ${edition.id}</span><span>${Math.floor(edition.share * 100)}% of its sentences are in the old text</span></p>
</div></header>
<main>
${outlineOf(report).map(
  ({ title, entries }) => markup`<section><details${entries.some(({ tone }) => tone !== 'quiet') && trusted(' open')}>
<summary><h2>${title}: ${entries.length}</h2></summary>
<ul class="findings">${entries.map(item)}</ul></details></section>
`,
)}
<footer>${
    impact.carried.length > 0 &&
    `${impact.carried.length} more requirements only follow the text to other words or places; their checks stay.`
  }</footer>
</main>
</body>
</html>
`.text
}

function item({ tone, what, place, words, notes }: Entry): Markup {
  return markup`<li class="${shades[tone]}"><b>${what}</b><span class="place">${place}</span>
${words.length > 0 && markup`<p>${words.map(({ kind, text }) => (kind === 'same' ? markup`${text} ` : kind === 'removed' ? markup`<del>${text}</del> ` : markup`<ins>${text}</ins> `))}</p>`}
${notes.length > 0 && markup`<ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul>`}</li>
`
}
