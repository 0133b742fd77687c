// Functions through which faulty gateways are made: no gateway calls them, so what is mutated in them can be seen by nobody.

/** By their names, each in the file that defines it. */
export const seams = {
  'mls/checks/all': ['withoutCheck', 'replaceCheck', 'limitCheck', 'countChecks'],
  'reference/identity/x509': ['replaceX509', 'isX509'],
} as const

const names: ReadonlySet<string> = new Set(Object.values(seams).flat())

interface Path {
  readonly node: { readonly type: string; readonly id?: { readonly name?: string } | null }
  readonly parentPath: Path | null
}

/** Leaves out what stands in such a function; an ignorer of the instrumenter. */
export const seamsForFaults = {
  shouldIgnore(path: unknown): string | undefined {
    return isInSeam(path as Path) ? 'no gateway calls this' : undefined
  },
}

function isInSeam({ node, parentPath }: Path): boolean {
  const isSeam = node.type === 'FunctionDeclaration' && names.has(node.id?.name ?? '')
  return isSeam || (parentPath !== null && isInSeam(parentPath))
}
