// Edits of a draft's Markdown as authors make them, each by a number that says where: for tests of what is told of them.

export type Edit = (text: string, pick: number) => string

interface Part {
  readonly kind: 'prose' | 'rest'
  readonly text: string
}

/** Prose by paragraph, and what is between: headings, lists, figures, everything before the middle and behind it. */
function partsOf(text: string): readonly Part[] {
  const start = text.indexOf('--- middle')
  const end = text.includes('--- back') ? text.indexOf('--- back') : text.length
  let fenced = false
  const middle = text
    .slice(start, end)
    .split(/(\n{2,})/)
    .map((block): Part => {
      const inside = fenced
      if ((block.match(/^~~~|^```/gm) ?? []).length % 2 === 1) fenced = !fenced
      const prose = !inside && !fenced && /^[A-Z`"]/.test(block) && !/^(?:[#*<{:=|-]|\d+\.|~~~|```|.*\/\/)/m.test(block)
      return { kind: prose ? 'prose' : 'rest', text: block }
    })
  return [{ kind: 'rest', text: text.slice(0, start) }, ...middle, { kind: 'rest', text: text.slice(end) }]
}

function inProse(text: string, edit: (paragraph: string) => string): string {
  return partsOf(text)
    .map((part) => (part.kind === 'prose' ? edit(part.text) : part.text))
    .join('')
}

/** The match of a pattern in the prose that the number picks, replaced; the text as it is where there is none. */
function replaceOne(text: string, pick: number, [pattern, by]: readonly [RegExp, (found: string) => string]): string {
  let matches = 0
  inProse(text, (paragraph) => {
    matches += paragraph.match(pattern)?.length ?? 0
    return paragraph
  })
  let index = 0
  return inProse(text, (paragraph) =>
    paragraph.replace(pattern, (found) => (index++ === pick % Math.max(1, matches) ? by(found) : found)),
  )
}

/** Wraps every paragraph anew, at 40 to 79 columns. */
export const rewrap: Edit = (text, pick) =>
  inProse(text, (paragraph) => {
    const lines = ['']
    for (const word of paragraph.trim().split(/\s+/)) {
      const line = lines.at(-1) ?? ''
      if (line !== '' && line.length + word.length >= 40 + (pick % 40)) lines.push(word)
      else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
    }
    return lines.join('\n')
  })

/** Takes a section with all it holds from among its siblings and puts it before the first or behind the last of them. */
export const moveSection: Edit = (text, pick) => {
  const start = text.indexOf('--- middle')
  const end = text.includes('--- back') ? text.indexOf('--- back') : text.length
  const sections = text
    .slice(start, end)
    .split(/^(?=# )/m)
    .map((section) => `${section.trimEnd()}\n\n`)
  const [head = '', ...rest] = sections
  const from = pick % Math.max(1, rest.length)
  const [taken = ''] = rest.splice(from, 1)
  const moved = from > rest.length / 2 ? [taken, ...rest] : [...rest, taken]
  return [text.slice(0, start), head, ...moved, text.slice(end)].join('')
}

/** Swaps two letters inside a long word. */
export const misspell: Edit = (text, pick) =>
  replaceOne(text, pick, [
    /(?<![\w{@/.-])[a-z]{7,}(?![\w}@/-])/g,
    (word) => {
      for (let at = 2; at < word.length - 2; at++) {
        const [one = '', other = ''] = word.slice(at, at + 2)
        if (one !== other) return `${word.slice(0, at)}${other}${one}${word.slice(at + 2)}`
      }
      return word
    },
  ])

/** Another name for a term wherever it stands, in whatever capitals. */
export function renameTerm(text: string, from: string, to: string): string {
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
  return text.replaceAll(new RegExp(from, 'g'), to).replaceAll(new RegExp(capital(from), 'g'), capital(to))
}

/** Makes one MUST a SHOULD. */
export const weaken: Edit = (text, pick) => replaceOne(text, pick, [/\bMUST\b(?!\s+NOT)/g, () => 'SHOULD'])

/** Puts an exception to the end of a sentence with a MUST. */
export const except: Edit = (text, pick) =>
  replaceOne(text, pick, [
    /\bMUST\b(?:[^.:]|\.\w)*\.(?=\s|$)/g,
    (found) => `${found.slice(0, -1)}, unless the operator forbids it.`,
  ])

/** Puts a condition before a sentence with a MUST. */
export const condition: Edit = (text, pick) =>
  replaceOne(text, pick, [
    /(?<=\.\s+|^)[A-Z][^.]*\bMUST\b/g,
    (found) => `If the operator wants it, ${found.slice(0, 1).toLowerCase()}${found.slice(1)}`,
  ])
