// The look of the HTML report: light and dark, on screen and on paper; nothing is fetched from anywhere.

export const style = `
:root {
  color-scheme: light dark;
  --ink: #1c2128; --soft: #57606a; --line: #d8dee4; --page: #f6f8fa; --card: #ffffff; --code: #f3f5f7;
  --pass: #1a7f37; --fail: #c4202b; --warn: #9a6700; --deviation: #7a3fb5; --inconclusive: #0b63b3;
  --not-applicable: #6b7480; --error: #a3195b; --untested: #6b7480; --accent: #0b63b3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --soft: #9da7b3; --line: #30363d; --page: #0d1117; --card: #161b22; --code: #0d1117;
    --pass: #3fb950; --fail: #ff6b6b; --warn: #e3b341; --deviation: #c297f0; --inconclusive: #6cb6ff;
    --not-applicable: #8b949e; --error: #ff7eb6; --untested: #8b949e; --accent: #6cb6ff;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main, .top > div { max-width: 86rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .75rem; }
h3 { font-size: .95rem; margin: 1.5rem 0 .4rem; color: var(--soft); font-weight: 600; }
h4 { font-size: .8rem; margin: 1.1rem 0 .3rem; color: var(--soft); font-weight: 600; }
p { margin: .4rem 0; }
a { color: var(--accent); }
code, pre { font: 12.5px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre { margin: .3rem 0; padding: .6rem .75rem; background: var(--code); border: 1px solid var(--line); border-radius: 6px;
  white-space: pre-wrap; overflow-wrap: anywhere; max-height: 26rem; overflow: auto; }
pre.fact { margin: 0; padding: .15rem .5rem; max-height: 7rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.top { background: var(--card); border-bottom: 1px solid var(--line); padding: 1.5rem 0 1.25rem; }
.conclusion { display: inline-block; margin: .8rem 0 .3rem; padding: .3rem .8rem; border-radius: 6px; font-weight: 600;
  border: 1.5px solid currentColor; }
.conclusion.ok { color: var(--pass); } .conclusion.bad { color: var(--fail); } .conclusion.open { color: var(--inconclusive); }
.facts { color: var(--soft); font-size: .87rem; display: flex; flex-wrap: wrap; gap: 0 1.1rem; }

.totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(39rem, 1fr)); gap: 1rem; margin-top: 1.25rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1rem; overflow-x: auto; }
.card h2 { margin: 0 0 .6rem; font-size: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
th, td { text-align: left; padding: .3rem .5rem; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-weight: 500; color: var(--soft); font-size: .76rem; vertical-align: bottom; }
.card th, .card td { padding: .3rem .35rem; }
.card thead th { font-size: .72rem; line-height: 1.2; }
.card td, .card thead th + th { text-align: right; font-variant-numeric: tabular-nums; }
.card td { color: var(--shade); }
.card td.zero { color: var(--soft); opacity: .5; }
.card tr.sum th, .card tr.sum td { font-weight: 600; border-top-width: 2px; }
.bar { display: flex; height: .5rem; border-radius: 3px; overflow: hidden; margin-bottom: .6rem; background: var(--line); }
.bar i { display: block; min-width: 2px; background: var(--shade); }
.bar i.untested { background: repeating-linear-gradient(45deg, var(--untested) 0 2px, transparent 2px 5px); }
${['pass', 'fail', 'warn', 'deviation', 'inconclusive', 'not-applicable', 'error', 'untested']
  .map((name) => `.${name} { --shade: var(--${name}); }`)
  .join('\n')}

.filter { position: sticky; top: 0; z-index: 1; background: var(--page); padding: .7rem 0; display: flex; flex-wrap: wrap;
  gap: .45rem; align-items: center; border-bottom: 1px solid var(--line); }
.filter button, .filter select, .filter input { font: inherit; font-size: .85rem; color: inherit; background: var(--card);
  border: 1px solid var(--line); border-radius: 6px; padding: .25rem .6rem; }
.filter button { cursor: pointer; color: var(--shade); border-color: var(--line); }
.filter button[aria-pressed="true"] { background: var(--shade); border-color: var(--shade); color: var(--card); font-weight: 600; }
.filter input { flex: 1 1 14rem; min-width: 10rem; }
.filter output { font-size: .85rem; color: var(--soft); min-width: 7rem; text-align: right; }
html:not(.scripted) .filter { display: none; }
[hidden] { display: none !important; }

.check { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--shade); border-radius: 6px;
  margin: .3rem 0; scroll-margin-top: 6.5rem; }
.check > summary { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr) auto; gap: .3rem .9rem; align-items: baseline;
  padding: .4rem .8rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
.check > summary:hover { background: var(--page); }
.verdict { color: var(--shade); font-weight: 600; font-size: .85rem; }
.name { overflow-wrap: anywhere; } .name small { color: var(--soft); display: block; font-size: .85rem; }
.check.pass > summary .name, .check.not-applicable > summary .name { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.check.pass > summary small, .check.not-applicable > summary small { display: inline; margin-left: .9rem; }
.tags { color: var(--soft); font-size: .78rem; white-space: nowrap; }
.told { padding: .1rem 1rem 1rem; border-top: 1px solid var(--line); }
.told dl { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: .25rem .9rem; margin: .7rem 0; font-size: .9rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
td { overflow-wrap: anywhere; }
td.was { color: var(--fail); }

.exchange { border-top: 1px solid var(--line); }
.exchange:last-child { border-bottom: 1px solid var(--line); }
.exchange > summary { display: grid; grid-template-columns: 2.2rem 4.2rem minmax(0, 1fr) auto auto; gap: .7rem; padding: .25rem .2rem;
  cursor: pointer; font-size: .85rem; align-items: baseline; list-style: none; }
.exchange > summary:hover { background: var(--page); }
.exchange > summary code { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.exchange[open] > summary code { white-space: normal; }
.exchange .who { color: var(--soft); }
.exchange mark { background: none; color: var(--accent); font-weight: 600; }
.status { font-variant-numeric: tabular-nums; font-weight: 600; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 0 1.2rem; padding: 0 .2rem .8rem; }
.sides > div { min-width: 0; }
.headers { color: var(--soft); }
.reproduce { display: flex; gap: .5rem; align-items: center; }
.reproduce pre { flex: 1; margin: 0; }
.reproduce button { font: inherit; font-size: .8rem; cursor: pointer; border: 1px solid var(--line); border-radius: 6px;
  background: var(--card); color: inherit; padding: .3rem .7rem; }
html:not(.scripted) .reproduce button { display: none; }
.findings { list-style: none; padding: 0; margin: 0; }
.findings .tags { white-space: normal; }
.findings li { border-left: 4px solid var(--shade); padding: .1rem .8rem; margin: .5rem 0; overflow-wrap: anywhere; }
footer { color: var(--soft); font-size: .85rem; padding: 2rem 0 3rem; }

@media (max-width: 46rem) {
  .check > summary .name { white-space: normal !important; }
  .totals { grid-template-columns: 1fr; }
  .check > summary { grid-template-columns: 1fr auto; } .check > summary .name { grid-column: 1 / -1; grid-row: 2; }
  .told dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; }
  .exchange > summary { grid-template-columns: 2.2rem 4.2rem minmax(0, 1fr) auto; } .exchange .who { display: none; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --card: #fff; --code: #fff; }
  body { font-size: 10.5px; } main, .top > div { max-width: none; padding: 0; }
  .filter, .reproduce button { display: none; }
  .check, .findings li, tr { break-inside: avoid; } .check[open] { break-inside: auto; }
  pre { max-height: none; } a { color: inherit; text-decoration: none; }
  .bar, .check, .findings .tags { white-space: normal; }
.findings li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
