// Spells references alike in every form: `{{section-anchor}}`, `{{!RFC5280}}` where it binds, `{{?RFC5280}}` where it informs.

/** Says of a reference whether it is normative (`!`), informative (`?`) or a place in the draft itself (empty). */
export type Marks = ReadonlyMap<string, '!' | '?'>

export interface Reference {
  readonly target: string
  /** A section of the target. */
  readonly part?: string
  /** `of` puts the section before the target, `comma` and `parens` behind it, `bare` shows nothing else. */
  readonly style?: string
}

export function referenceText({ target, part, style }: Reference, marks: Marks): string {
  const name = `{{${marks.get(target) ?? ''}${target}}}`
  if (part === undefined) return name
  if (style === 'comma') return `${name}, Section ${part}`
  if (style === 'parens') return `${name} (Section ${part})`
  return style === 'bare' ? part : `Section ${part} of ${name}`
}

/** The marks that a text in kramdown-rfc Markdown gives: in its front matter, or with a reference itself. */
export function marksInMarkdown(source: string, frontMatter: readonly string[]): Marks {
  const marks = new Map<string, '!' | '?'>()
  let mark: '!' | '?' | undefined
  for (const line of frontMatter) {
    if (/^\S/.test(line)) mark = /^normative:/.test(line) ? '!' : /^informative:/.test(line) ? '?' : undefined
    const name = /^ {1,4}(?:- +)?["']?([A-Za-z][\w.:-]*?)["']?:?\s*$/.exec(line)?.[1]
    if (mark !== undefined && name !== undefined) marks.set(name, mark)
  }
  for (const [, found = '', target = ''] of source.matchAll(
    /\{\{[^{}]*?([!?])(?:[\w.-]+=)?([A-Za-z][\w.:-]*)[^{}]*\}\}/g,
  )) {
    if (found === '!' || !marks.has(target)) marks.set(target, found === '!' ? '!' : '?')
  }
  return marks
}

/** A text with every `{{…}}` in the one spelling; line breaks stay where they are. */
export function withReferences(text: string, marks: Marks): string {
  return text.replaceAll(/\{\{([^{}]+)\}\}/g, (whole, inner: string) => {
    const [, before, name, comma, parens] =
      /^\s*(?:Section\s+([\w.-]+)\s+of\s+)?[!?<]?(?:[\w.-]+=)?#?([A-Za-z][\w.:-]*)(?:,\s+Section\s+([\w.-]+)|\s+\(Section\s+([\w.-]+)\))?\s*$/.exec(
        inner,
      ) ?? []
    if (name === undefined) return whole
    const style = comma !== undefined ? 'comma' : parens !== undefined ? 'parens' : 'of'
    const part = before ?? comma ?? parens
    const breaks = inner.replaceAll(/[^\n]/g, '')
    return referenceText({ target: name, style, ...(part !== undefined && { part }) }, marks) + breaks
  })
}
