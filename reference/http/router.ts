// From method and raw path segments to an operation of the edition; the templates come from the specification alone.
import { forwarded, type InterfaceName, type Operation, type Operations } from '../../spec/operation.ts'
import { nothingHere, Refusal } from '../refusal.ts'

export interface Route {
  readonly operation: Operation
  /** Raw segments by the template's names. */
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * Finds the operation that a request names on an interface. Refuses an unknown path as `not-found` and a known one with
 * another method as `method-not-allowed` with `Allow`; on the external interface only where the path can be read there.
 */
export function route(
  operations: Operations,
  interfaceName: InterfaceName,
  { method, segments }: { readonly method: string; readonly segments: readonly string[] },
): Route {
  const wanted = method === 'HEAD' ? 'GET' : method
  const allowed: string[] = []
  for (const { operation, parts } of templatesOf(operations)[interfaceName][segments.length] ?? []) {
    if (!matches(parts, segments)) continue
    if (operation.method === wanted) return { operation, parameters: parametersOf(parts, segments) }
    allowed.push(operation.method)
  }
  if (allowed.length === 0 || (interfaceName === 'external' && !allowed.includes('GET')))
    throw new Refusal('not-found', nothingHere)
  throw methodNotAllowed(allowed)
}

function isOffered({ name, interfaces }: Operation, interfaceName: InterfaceName): boolean {
  return interfaces.includes(interfaceName) || (interfaceName === 'external' && forwarded.includes(name))
}

/** The refusal of a method on a path that offers only `allowed`; HEAD goes with GET. */
export function methodNotAllowed(allowed: readonly string[]): Refusal {
  const methods = [...new Set(allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ')
  return new Refusal('method-not-allowed', `This path offers ${methods}.`, { headers: [['allow', methods]] })
}

interface Template {
  readonly operation: Operation
  readonly parts: readonly string[]
}

/** Templates of an interface by their number of segments. */
type Templates = Readonly<Record<InterfaceName, readonly (readonly Template[] | undefined)[]>>

const known = new WeakMap<Operations, Templates>()

function templatesOf(operations: Operations): Templates {
  const templates = known.get(operations) ?? {
    internal: splitTemplates(operations, 'internal'),
    external: splitTemplates(operations, 'external'),
  }
  known.set(operations, templates)
  return templates
}

function splitTemplates(operations: Operations, interfaceName: InterfaceName): Template[][] {
  const byLength: Template[][] = []
  for (const operation of Object.values(operations) as Operation[]) {
    if (!isOffered(operation, interfaceName)) continue
    const parts = operation.path.slice(1).split('/')
    const others = byLength[parts.length] ?? []
    byLength[parts.length] = [...others, { operation, parts }]
  }
  return byLength
}

function matches(parts: readonly string[], segments: readonly string[]): boolean {
  return parts.every((part, index) => part === segments[index] || (part.startsWith('{') && segments[index] !== ''))
}

function parametersOf(parts: readonly string[], segments: readonly string[]): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? ''
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = segments[index] ?? ''
  }
  return parameters
}
