// Takes the pages out of a plain text draft: footers, headers, form feeds, and the blank lines around them.
import type { Line } from '../blocks.ts'
import { requestLine } from '../notation/lines.ts'

const footer = /\[Page \d+\]\s*$/
const header = /^(?:Internet-Draft|RFC \d+)\s{2,}\S.*\s\d{4}\s*$/
const widest = 72

/** The lines of the text as one long page, each with its line of the source. */
export function withoutPages(source: string): readonly Line[] {
  const kept: Line[] = []
  let broken = false
  for (const [index, raw] of source.split('\n').entries()) {
    const text = raw.replaceAll('\f', '').trimEnd()
    if (footer.test(text)) {
      broken = true
      continue
    }
    if (broken && (text === '' || header.test(text))) continue
    if (broken) joinPages(kept, text)
    broken = false
    kept.push({ text, line: index + 1 })
  }
  return kept
}

/** Leaves one blank line where a page ends with a paragraph, and none where a paragraph goes on. */
function joinPages(kept: Line[], next: string): void {
  while (kept.length > 0 && kept.at(-1)?.text === '') kept.pop()
  const last = kept.at(-1)
  if (last !== undefined && !goesOn(last.text, next)) kept.push({ text: '', line: last.line + 1 })
}

/** A line goes on where its sentence has not ended, or where the next word would not have fitted on it. */
function goesOn(last: string, next: string): boolean {
  const column = /^\s+(?:(?:[*o+-]|\d+\.)\s+)?/.exec(last)?.[0].length
  if (/^\s*(?:[*o+-]|\d+\.)\s+\S/.test(next) || column !== indentOf(next)) return false
  // A figure begins: a request, a name alone above its object, a bracket.
  if (requestLine(next) !== undefined || /^\s*(?:\w+|[{[]|\[\w+\])$/.test(next)) return false
  const [word = ''] = next.trim().split(' ')
  return !/[.:!?)"]$/.test(last) || last.length + 1 + word.length > widest
}

export function indentOf(text: string): number {
  return text.length - text.trimStart().length
}
