// Tells the mutations apart that change only what people read: details of refusals, complaints of checks, names, the log.
// The draft gives none of these texts, so no check may look at them, and no suite can notice that they changed.

/** What of Babel's tree is looked at. */
interface Node {
  readonly type: string
  readonly value?: unknown
  readonly name?: string
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[]
  readonly expressions?: readonly Node[]
  readonly expression?: Node
  readonly callee?: Node & { readonly property?: Node }
  readonly key?: Node
  readonly consequent?: Node
  readonly body?: readonly Node[]
  readonly alternate?: Node | null
}

interface Path {
  readonly node: Node
  readonly listKey?: string
  readonly key: string | number | null
  readonly parentPath: Path | null
}

/** Which arguments of what makes an error are for people; the code of a refusal decides its status, its third argument is sent. */
const texts: readonly (readonly [callee: RegExp, places: readonly number[]])[] = [
  [/^Refusal$/, [1]],
  [/^MlsRejection$/, [1, 2]],
  [/^(?:failed|malformed|invalid|\w*Error)$/, [0]],
  [/^credentialProblem$/, [0, 1]],
]
const labels: ReadonlySet<string> = new Set(['row', 'section', 'name', 'what', 'event', 'reason'])
const complaints: ReadonlySet<string> = new Set(['complaint', 'problem', 'missing'])

/** Leaves out, with the reason, what stands in such a text; an ignorer of the instrumenter. */
export const textsForPeople = {
  shouldIgnore(path: unknown): string | undefined {
    const at = path as Path
    if (isLogged(at)) return 'only the log'
    if (isForPeople(at)) return 'the text of an error'
    return isText(at.node) ? textFor(at) : undefined
  },
}

function isForPeople({ listKey, key, parentPath }: Path): boolean {
  const callee = parentPath?.node.callee
  if (listKey !== 'arguments' || typeof key !== 'number') return false
  return texts.some(([name, places]) => name.test(callee?.name ?? '') && places.includes(key))
}

function textFor({ node, parentPath }: Path): string | undefined {
  const text = node.type === 'StringLiteral' ? String(node.value) : (node.quasis?.[0]?.value.raw ?? '')
  if (/^(?:expected|found|, found|no answer within) ?/i.test(text)) return 'the complaint of a check'
  if (complaints.has(node.expressions?.at(-1)?.name ?? '')) return 'the complaint of a check, and where it arose'
  const parent = parentPath?.node
  return parent?.type === 'ObjectProperty' && labels.has(parent.key?.name ?? '') ? 'a label' : undefined
}

function isText({ type }: Node): boolean {
  return type === 'StringLiteral' || type === 'TemplateLiteral'
}

/** In what is logged, or in the question whether to log. */
function isLogged({ node, parentPath }: Path): boolean {
  return onlyLogs(node) || (parentPath !== null && isLogged(parentPath))
}

function onlyLogs(node: Node): boolean {
  if (node.type === 'BlockStatement') return (node.body?.length ?? 0) > 0 && node.body?.every(onlyLogs) === true
  if (node.type === 'ExpressionStatement') return logs(node.expression)
  if (node.type !== 'IfStatement') return logs(node)
  return !node.alternate && node.consequent !== undefined && onlyLogs(node.consequent)
}

function logs(node: Node | undefined): boolean {
  return node?.type === 'CallExpression' && (node.callee?.property ?? node.callee)?.name === 'log'
}
