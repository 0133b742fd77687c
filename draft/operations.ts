// The operations of a draft: what its figures, labels and sentences say about each request.
import { type Block, collapsed, lineOf } from './blocks.ts'
import type { DraftOperation, Member, Shape } from './model.ts'
import { type Saying, sayingsIn } from './notation/figure.ts'
import { labelLine, type RequestLine, requestLine, requestsIn } from './notation/lines.ts'
import type { PlacedBlock } from './placed.ts'

type Part = 'input' | 'output' | 'query'

/**
 * The operations in the order of the text. An input or output that is shown once more in the same section adds its
 * members to the first as optional ones; a request that only a sentence names comes without members.
 */
export function operationsOf(placed: readonly PlacedBlock[]): readonly DraftOperation[] {
  const found: DraftOperation[] = []
  let label: Part | undefined
  let figure: Block | undefined
  for (const { section, block } of placed) {
    for (const saying of sayingsOf(block)) {
      const current = found.at(-1)
      if (saying.kind === 'request') {
        found.push(operationOf(saying.request, section.anchor, saying.line))
        figure = block
        label = undefined
      } else if (saying.kind === 'label') label = saying.part
      else if (saying.kind === 'shape' && current?.section === section.anchor) {
        // What no label introduces belongs to the request of its own figure, or is an example.
        const part = label ?? (figure === block ? unlabelled(current) : undefined)
        if (part !== undefined) found[found.length - 1] = withPart(current, part, saying.shape)
        label = undefined
      }
    }
  }
  return [...found, ...onlyNamed(placed, found)].toSorted((one, other) => one.line - other.line)
}

function sayingsOf(block: Block): readonly Saying[] {
  if (block.kind === 'figure') return sayingsIn(block.lines)
  const line = lineOf(block)
  const text = block.kind === 'heading' ? block.title : block.kind === 'paragraph' ? collapsed(textOf(block.lines)) : ''
  const request = requestLine(text)
  if (request !== undefined) return [{ kind: 'request', request, line }]
  const label = labelLine(text)
  if (label === undefined) return []
  return /^[{[]/.test(label.rest) || label.rest === '' ? sayingsIn([{ text: text.replaceAll('`', ''), line }]) : []
}

function textOf(lines: readonly { readonly text: string }[]): string {
  return lines.map(({ text }) => text).join(' ')
}

function operationOf({ method, path, query }: RequestLine, section: string, line: number): DraftOperation {
  const operation = { method, path, section, line }
  if (query.length === 0) return operation
  const members = query.map((member): Member => ({ ...member, in: 'query' }))
  return { ...operation, input: { type: 'object', members } }
}

function unlabelled({ method, input }: DraftOperation): 'input' | 'output' {
  return method === 'GET' || input !== undefined ? 'output' : 'input'
}

function withPart(operation: DraftOperation, part: Part, shape: Shape): DraftOperation {
  const name = part === 'output' ? 'output' : 'input'
  const placed = part === 'query' ? { ...shape, members: shape.members?.map(inQuery) ?? [] } : shape
  const before = operation[name]
  return { ...operation, [name]: before === undefined ? placed : joined(before, placed, part) }
}

function inQuery(member: Member): Member {
  return { ...member, in: 'query' }
}

/** A second figure of the same part: what the first does not have may be left out. */
function joined(before: Shape, after: Shape, part: Part): Shape {
  const known = new Set(before.members?.map(({ name }) => name))
  const onlyQuery = before.members?.every((member) => member.in === 'query') ?? false
  const added = (after.members ?? []).filter(({ name }) => !known.has(name))
  const optional = !onlyQuery && part !== 'query'
  return {
    ...before,
    members: [...(before.members ?? []), ...added.map((member) => (optional ? { ...member, optional } : member))],
  }
}

function onlyNamed(placed: readonly PlacedBlock[], found: readonly DraftOperation[]): readonly DraftOperation[] {
  const seen = new Set(found.map(({ method, path }) => `${method} ${path}`))
  return placed.flatMap(({ section, block }) => {
    if (block.kind !== 'paragraph') return []
    return block.lines.flatMap(({ text, line }) =>
      requestsIn(text).flatMap((request): readonly DraftOperation[] => {
        const key = `${request.method} ${request.path}`
        if (seen.has(key)) return []
        seen.add(key)
        return [operationOf(request, section.anchor, line)]
      }),
    )
  })
}
