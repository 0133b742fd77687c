// Tells the mutations apart that change only what people read: details of refusals, complaints of checks, names in logs.
// The draft gives none of these texts, so no check may look at them, and no suite can notice that they changed.

/** What of Babel's tree is looked at. */
interface Node {
  readonly type: string
  readonly value?: unknown
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[]
  readonly callee?: { readonly name?: string }
  readonly key?: { readonly name?: string }
}

interface Path {
  readonly node: Node
  readonly listKey?: string
  readonly key: string | number | null
  readonly parentPath: Path | null
}

const errors = /^(?:Refusal|MlsRejection|\w*Error|failed)$/
const labels: ReadonlySet<string> = new Set(['row', 'section', 'name', 'event', 'reason'])

/** Leaves out, with the reason, what stands in such a text; an ignorer of the instrumenter. */
export const textsForPeople = {
  shouldIgnore(path: unknown): string | undefined {
    const { node, parentPath, listKey, key } = path as Path
    if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return undefined
    const text = node.type === 'StringLiteral' ? String(node.value) : (node.quasis?.[0]?.value.raw ?? '')
    if (/^(?:expected|found|, found) ?/i.test(text)) return 'the complaint of a check'
    const parent = parentPath?.node
    if (parent?.type === 'ObjectProperty' && labels.has(parent.key?.name ?? '')) return 'a label'
    const isArgument = listKey === 'arguments' && errors.test(parent?.callee?.name ?? '')
    // The first argument of a Refusal or MlsRejection is its code, which decides the status.
    const isCode = key === 0 && /^(?:Refusal|MlsRejection)$/.test(parent?.callee?.name ?? '')
    return isArgument && !isCode ? 'the text of an error' : undefined
  },
}
