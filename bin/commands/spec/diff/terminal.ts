// A difference as text for a terminal: words that went in [-…-], words that came in {+…+}, with colours where wanted.
import { createColors } from 'picocolors'
import { plainForTerminal } from '../../../plain.ts'
import type { Entry, Tone } from './entry.ts'
import { conclusionOf, outlineOf } from './outline.ts'
import type { DiffReport } from './report.ts'

type Colors = ReturnType<typeof createColors>

export function renderDiff(report: DiffReport, color: boolean): string {
  const colors = createColors(color)
  const { old, now, edition, impact } = report
  const paint = report.normative ? colors.yellow : colors.green
  return `${[
    plainForTerminal(`${old} -> ${now}`),
    `edition ${edition.id} (${Math.floor(edition.share * 100)}% of its sentences are in the old text)`,
    paint(`${conclusionOf(report)}.`),
    ...outlineOf(report).flatMap(({ title, entries }) => [
      `\n${colors.bold(`${title}: ${entries.length}`)}`,
      ...entries.flatMap((entry) => entryLines(entry, colors)),
    ]),
    ...(impact.carried.length === 0
      ? []
      : [
          `\n${impact.carried.length} more requirements only follow the text to other words or places; their checks stay.`,
        ]),
  ].join('\n')}\n`
}

function entryLines({ tone, what, place, words, notes }: Entry, colors: Colors): readonly string[] {
  const text = words.map(({ kind, text: said }) => {
    const plain = plainForTerminal(said)
    return kind === 'same' ? plain : kind === 'removed' ? colors.red(`[-${plain}-]`) : colors.green(`{+${plain}+}`)
  })
  return [
    `  ${toneOf(tone, colors)(plainForTerminal(what))}  ${colors.dim(plainForTerminal(place))}`,
    ...(text.length === 0 ? [] : [`    ${text.join(' ')}`]),
    ...notes.map((note) => `    ${plainForTerminal(note)}`),
  ]
}

function toneOf(tone: Tone, colors: Colors): (text: string) => string {
  return { bad: colors.red, good: colors.green, change: colors.yellow, quiet: colors.cyan }[tone]
}
