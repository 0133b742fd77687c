// Cuts a paragraph into sentences, alike on every machine: a fingerprint must not depend on a library's locale data.

import type { Line } from './blocks.ts'

const abbreviations = new Set(['e.g.', 'i.e.', 'etc.', 'cf.', 'vs.', 's.t.', 'resp.', 'Sec.', 'Fig.'])

/** The sentences of a text whose white space is collapsed. No abbreviation ends one, nor a number before a small letter. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const end of text.matchAll(/[.!?][)"'’”]*\s+/g)) {
    const next = end.index + end[0].length
    if (!endsSentence(text.slice(start, next).trimEnd(), text.charAt(next))) continue
    sentences.push(text.slice(start, next).trimEnd())
    start = next
  }
  const rest = text.slice(start)
  return rest === '' ? sentences : [...sentences, rest]
}

/** The same of words that are known by their lines: each sentence with the line it begins on. */
export function sentencesAt(words: readonly Line[]): readonly Line[] {
  let next = 0
  return sentencesOf(words.map(({ text }) => text).join(' ')).map((text) => {
    const line = words[next]?.line ?? 0
    next += text.split(' ').length
    return { text, line }
  })
}

function endsSentence(before: string, after: string): boolean {
  const lastWord = before.slice(before.lastIndexOf(' ') + 1).replace(/^[("'‘“]+/, '')
  if (abbreviations.has(lastWord)) return false
  return !(/^\d+\.$/.test(lastWord) && /^[a-z]/.test(after))
}
