// What `spec extract` shows of a draft: its statements and all it says beside them, as data and as text.
import { keyWordsIn, levelOfAll } from './key-words.ts'
import type { Draft, Placed, Shape, Statement } from './model.ts'

export const extras = ['sentences', 'figures', 'comments'] as const

/** What is shown beyond normative sentences: sentences without a key word, key words in figures or in comments. */
export type Extra = (typeof extras)[number]

export interface Extract extends Omit<Draft, 'sentences' | 'statements'> {
  readonly statements: readonly Extracted[]
}

type Extracted = Placed & Partial<Statement> & { readonly in: 'text' | 'figure' | 'comment' }

export function extractOf({ sentences, statements, ...draft }: Draft, more: readonly Extra[]): Extract {
  const prose = more.includes('sentences') ? sentences : statements
  const found: readonly Extracted[] = [
    ...prose.map((one) => ({ ...one, in: 'text' as const })),
    ...(more.includes('figures') ? elsewhere(draft.figures, 'figure') : []),
    ...(more.includes('comments') ? elsewhere(draft.comments, 'comment') : []),
  ]
  return { ...draft, statements: found.toSorted((one, other) => one.line - other.line) }
}

export function extractText(found: Extract): string {
  const { title, form, sections, statements, operations, figures, todos, comments, problems } = found
  const levels = (['MUST', 'SHOULD', 'MAY'] as const).map(
    (level) => `${statements.filter((one) => one.level === level).length} ${level}`,
  )
  return `${[
    `${title === '' ? 'A draft without a title' : title} (${form})`,
    `${statements.length} statements: ${levels.join(', ')}`,
    ...list(statements, ({ line, section, level = '', id, text, ...one }) => [
      `line ${line}, ${section}  ${level}${one.in === 'text' ? '' : ` in a ${one.in}`}`,
      `  ${text}`,
      ...(id === undefined ? [] : [`  ${id}`]),
    ]),
    `\n${operations.length} operations`,
    ...list(operations, ({ line, section, method, path, input, output }) => [
      `line ${line}, ${section}  ${method} ${path}`,
      ...(input === undefined ? [] : [`  input   ${shapeText(input)}`]),
      ...(output === undefined ? [] : [`  output  ${shapeText(output)}`]),
    ]),
    `\n${figures.length} figures`,
    ...list(figures, ({ line, section, kind, definitions }) => [
      `line ${line}, ${section}  ${kind}`,
      ...definitions.map(({ name, notation, shape }) => `  ${notation} ${name} ${shapeText(shape)}`),
    ]),
    `\n${todos.length} to do`,
    ...list(todos, ({ line, section, text }) => [`line ${line}, ${section}  ${text}`]),
    `\n${comments.length} comments`,
    ...list(comments, ({ line, section, text }) => [`line ${line}, ${section}  ${text}`]),
    `\n${problems.length} mistakes of the text`,
    ...list(problems, ({ line, section, severity, text }) => [`line ${line}, ${section}  ${severity}: ${text}`]),
    `\n${sections.length} sections`,
  ].join('\n')}\n`
}

/** A shape on one line: `{ tag: String, domain?: String }`. */
export function shapeText(shape: Shape): string {
  if (shape.items !== undefined) return `[${shapeText(shape.items)}]`
  if (shape.members === undefined) return shape.type
  const members = shape.members.map((member) => {
    const name = `${member.name}${member.optional ? '?' : ''}`
    return member.type === '' ? name : `${name}: ${shapeText(member)}`
  })
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function elsewhere(places: readonly Placed[], where: 'figure' | 'comment'): readonly Extracted[] {
  return places.flatMap(({ section, line, text, fingerprint }) => {
    const keyWords = keyWordsIn(text)
    const level = levelOfAll(keyWords)
    return level === undefined ? [] : [{ section, line, text, fingerprint, keyWords, level, in: where }]
  })
}

function list<T>(entries: readonly T[], lines: (entry: T) => readonly string[]): readonly string[] {
  return entries.flatMap((entry) => lines(entry).map((line) => `  ${line}`))
}
