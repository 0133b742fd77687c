// What a figure says, in its order: requests, labels, shapes and definitions; whatever is none of these is skipped.
import type { Line } from '../blocks.ts'
import { resolved } from '../conflicts.ts'
import type { Definition, Member, Shape } from '../model.ts'
import { labelLine, type RequestLine, requestLine } from './lines.ts'
import { readMembers, readShape } from './shape.ts'
import { Tokens, tokensOf } from './tokens.ts'
import { arrayIn } from './types.ts'

export type Saying =
  | { readonly kind: 'request'; readonly request: RequestLine; readonly line: number }
  | { readonly kind: 'label'; readonly part: 'input' | 'output' | 'query'; readonly line: number }
  | { readonly kind: 'shape'; readonly shape: Shape; readonly line: number }
  | { readonly kind: 'definition'; readonly definition: Definition }

export function sayingsIn(source: readonly Line[]): readonly Saying[] {
  const texts = resolved(source.map(({ text }) => text))
  const lines = source.map(({ line }, index) => ({ text: texts[index] ?? '', line }))
  return partsOf(lines).flatMap(sayingsOfPart)
}

/** Cuts a figure where a new thing begins: at requests and labels, and behind what closes all its brackets. */
function partsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: Line[][] = []
  let depth = 0
  let current: Line[] = []
  const end = (): void => {
    if (current.some(({ text }) => text.trim() !== '')) parts.push(current)
    current = []
    depth = 0
  }
  for (const line of lines) {
    if (requestLine(line.text) ?? labelLine(line.text)) end()
    const before = depth
    current.push(line)
    for (const { kind, text } of tokensOf([line])) {
      if (kind === 'mark' && /^[{[(]$/.test(text)) depth++
      if (kind === 'mark' && /^[}\])]$/.test(text)) depth--
    }
    if (depth <= 0 && (before > 0 || /[}\];]\s*$/.test(line.text) || requestLine(line.text))) end()
    else if (depth === 0 && line.text.trim() === '' && !isName(current)) end()
  }
  end()
  return parts
}

/** A name alone: what it names may come behind a blank line. */
function isName(lines: readonly Line[]): boolean {
  return /^\w+\s*[:=]?\s*$/.test(
    lines
      .map(({ text }) => text)
      .join('')
      .trim(),
  )
}

function sayingsOfPart(lines: readonly Line[]): readonly Saying[] {
  const [head] = lines
  if (head === undefined) return []
  const request = requestLine(head.text)
  if (request !== undefined) return [{ kind: 'request', request, line: head.line }]
  const label = labelLine(head.text)
  if (label !== undefined) {
    const rest = [{ text: label.rest, line: head.line }, ...lines.slice(1)]
    return [{ kind: 'label', part: label.part, line: head.line }, ...shapeIn(rest)]
  }
  const definition = definitionIn(lines)
  if (definition !== undefined) return [{ kind: 'definition', definition }]
  const opening = tokensOf(lines).find(({ kind }) => kind !== 'comment')?.text
  return opening === '{' || opening === '[' ? shapeIn(lines) : []
}

function shapeIn(lines: readonly Line[]): readonly Saying[] {
  const tokens = tokensOf(lines).filter(({ kind }, index, all) => kind !== 'comment' || index < all.length - 1)
  const first = tokens.find(({ kind }) => kind !== 'comment')
  if (first === undefined || /^(?:none|empty|nothing|-+|n\/a)$/i.test(first.text)) return []
  const reader = new Tokens(tokens)
  const shape = readShape(reader)
  // A single word may name a type; more of them are code or a sentence.
  return shape.type === '' || (shape.members === undefined && shape.items === undefined && / /.test(shape.type))
    ? []
    : [{ kind: 'shape', shape, line: first.line }]
}

/** `Name { … }`, `struct { … } Name;`, `interface { … } Name;`, `enum { … } Name;` or `uint8 Name;`. */
function definitionIn(lines: readonly Line[]): Definition | undefined {
  const all = tokensOf(lines)
  const words = all.filter(({ kind }) => kind !== 'comment')
  const [first, second, third] = words
  if (first === undefined || second === undefined) return undefined
  const keyword = /^(?:struct|interface|enum)$/.exec(first.text)?.[0]
  if (keyword !== undefined) {
    const reader = new Tokens(all)
    while (reader.peek() !== undefined && !reader.take('{')) reader.next()
    const members = keyword === 'struct' ? readMembers(reader, '}').map(turned) : skipped(reader)
    const name = second.text === '{' ? reader.peek()?.text : second.text
    const notation = keyword === 'interface' ? 'interface' : keyword === 'enum' ? 'alias' : 'struct'
    const shape = keyword === 'struct' ? { type: 'object', members } : { type: keyword }
    return { name: name ?? '', notation, line: first.line, shape }
  }
  const opens = /^[:=]$/.test(second.text) ? third : second
  if (
    first.kind === 'word' &&
    /^[A-Z]\w*$/.test(first.text) &&
    (opens?.text === '{' || opens?.text === '[') &&
    !isConditional(first.text)
  ) {
    const reader = new Tokens(all)
    while (reader.peek() !== undefined && reader.peek() !== opens) reader.next()
    return { name: first.text, notation: 'object', line: first.line, shape: readShape(reader) }
  }
  if (words.length === 3 && third?.text === ';' && /^[\w.]+$/.test(first.text) && /^[A-Z]\w+$/.test(second.text)) {
    return { name: second.text, notation: 'alias', line: first.line, shape: arrayIn(first.text) }
  }
  return undefined
}

/** `ApplicationId: id;` in a struct says the type first, whatever stands between the two. */
function turned(member: Member): Member {
  const isTurned = /^[A-Z]/.test(member.name) && /^[a-z]\w*$/.test(member.type) && member.members === undefined
  return isTurned && member.items === undefined ? { ...member, name: member.type, type: member.name } : member
}

function isConditional(word: string): boolean {
  return /^(?:If|Else|While|For|Assert)$/.test(word)
}

/** Goes past what stands in braces, whatever it is. */
function skipped(reader: Tokens): readonly [] {
  for (let depth = 1; depth > 0 && reader.peek() !== undefined; reader.next()) {
    if (reader.is('{')) depth++
    if (reader.is('}')) depth--
  }
  return []
}
