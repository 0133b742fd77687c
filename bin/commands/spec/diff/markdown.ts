// A difference as Markdown, for a comment on a change of the draft.
import type { Entry } from './entry.ts'
import { conclusionOf, outlineOf } from './outline.ts'
import type { DiffReport } from './report.ts'

export function renderDiffMarkdown(report: DiffReport): string {
  const { old, now, edition, impact } = report
  return `${[
    `# ${plain(old)} → ${plain(now)}`,
    `**${plain(conclusionOf(report))}.** Requirements are those of edition ${edition.id}.`,
    ...outlineOf(report).map(
      ({ title, entries }) =>
        `<details${entries.some(({ tone }) => tone !== 'quiet') ? ' open' : ''}><summary>${title}: ${entries.length}</summary>\n\n${entries.map(item).join('\n')}\n\n</details>`,
    ),
    ...(impact.carried.length === 0
      ? []
      : [
          `${impact.carried.length} more requirements only follow the text to other words or places; their checks stay.`,
        ]),
  ].join('\n\n')}\n`
}

function item({ what, place, words, notes }: Entry): string {
  const text = words.map(({ kind, text: said }) =>
    kind === 'same' ? plain(said) : kind === 'removed' ? `~~${plain(said)}~~` : `**${plain(said)}**`,
  )
  return [
    `* **${plain(what)}** (${plain(place)})`,
    ...(text.length === 0 ? [] : [`  > ${text.join(' ')}`, '']),
    ...notes.map((note) => `  * ${plain(note)}`),
  ].join('\n')
}

/** A draft's words as they are: nothing of them may become markup, a link to a person or an issue. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll(/[\\`*_{}[\]#|~$!]/g, '\\$&')
}
