// Lays the operations that a text shows beside those of an edition: requests, members, what may be left out, and types.
import type { Edition } from '../spec/edition.ts'
import { type Operation, operationNames } from '../spec/operation.ts'
import { wireSchemas } from '../spec/wire-schema.ts'
import type { Definition, Draft, DraftOperation, Shape } from './model.ts'

export interface ShapeDifference {
  /** `registerClient input.tags`: what a review names it by; a request that the edition lacks goes by its method and path. */
  readonly at: string
  /** What the text has there, and the edition: `absent`, `string`, `optional integer`. */
  readonly text: string
  readonly edition: string
  /** Of the operation in the text; absent where the text has none. */
  readonly line?: number
}

type Kind = 'object' | 'array' | 'string' | 'base64' | 'integer' | 'boolean' | 'unknown'

interface Place {
  readonly kind: Kind
  readonly optional: boolean
}

interface Schema {
  readonly type?: string
  readonly contentEncoding?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}

/** What differs, in the order of the text; last come the operations that the text does not have any more. */
export function shapeDifferences(draft: Draft, edition: Edition): readonly ShapeDifference[] {
  const operations = operationNames.map((name) => edition.operations[name])
  const shown = draft.operations.map((found) => ({ found, ours: operations.find((one) => isSame(found, one)) }))
  const definitions = new Map(draft.figures.flatMap((figure) => figure.definitions.map((one) => [one.name, one])))
  const gone = operations.filter(
    ({ level, name }) => level !== 'PROFILE' && !shown.some(({ ours }) => ours?.name === name),
  )
  return [
    ...shown.flatMap(({ found, ours }): readonly ShapeDifference[] => {
      const { method, path, line } = found
      // What the profile alone has, no edition states.
      if (ours === undefined || ours.level === 'PROFILE') {
        return [{ at: `${method} ${path}`, text: 'an operation', edition: 'absent', line }]
      }
      return differences(found, { operation: ours, edition, definitions })
    }),
    ...gone.map(({ name, method, path }) => ({ at: name, text: 'absent', edition: `${method} ${path}` })),
  ]
}

/** Parameters of a path may be named anew: what they are called never travels. */
function isSame(found: DraftOperation, ours: Operation): boolean {
  const bare = (path: string): string =>
    path.replaceAll(/\{[^}]*\}|<[^>]*>|\/:\w+/g, (one) => (one.startsWith('/') ? '/{}' : '{}'))
  return found.method === ours.method && bare(found.path) === bare(ours.path)
}

function differences(
  found: DraftOperation,
  against: { operation: Operation; edition: Edition; definitions: ReadonlyMap<string, Definition> },
): readonly ShapeDifference[] {
  const { operation, edition, definitions } = against
  const schemas = schemasOf(edition, operation.name)
  const inText = new Map([
    ...placesOfShape(found.input, { at: 'input', definitions }),
    ...placesOfShape(found.output, { at: 'output', definitions }),
  ])
  const inEdition = new Map([
    ...placesOfSchema(schemas.query, 'input').map(([at, place]): [string, Place] => [at, inQuery(place)]),
    ...placesOfSchema(schemas.body, 'input'),
    // Where the text shows no answer, the profile may have one.
    ...(found.output === undefined ? [] : placesOfSchema(schemas.output, 'output')),
  ])
  return [...new Set([...inText.keys(), ...inEdition.keys()])].flatMap((at) => {
    const text = inText.get(at)
    const ours = inEdition.get(at)
    if (text !== undefined && ours !== undefined && agree(text, ours)) return []
    return [{ at: `${operation.name} ${at}`, text: said(text), edition: said(ours), line: found.line }]
  })
}

function schemasOf({ id }: Edition, name: string): Partial<Record<'query' | 'body' | 'output', Schema>> {
  const published = wireSchemas().find(({ edition }) => edition === id)?.schema as { $defs?: Record<string, Schema> }
  const part = (which: string): Schema | undefined => published?.$defs?.[`${name}.${which}`]
  const [query, body, output] = [part('query'), part('body'), part('output')]
  return { ...(query && { query }), ...(body && { body }), ...(output && { output }) }
}

function placesOfSchema(
  schema: Schema | undefined,
  at: string,
  presence: 'required' | 'optional' = 'required',
): readonly [string, Place][] {
  if (schema === undefined) return []
  const kind = schema.contentEncoding === 'base64' ? 'base64' : ((schema.type ?? 'unknown') as Kind)
  const own: readonly [string, Place][] = isShown(at, kind) ? [[at, { kind, optional: presence === 'optional' }]] : []
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    placesOfSchema(member, `${at}.${name}`, schema.required?.includes(name) ? 'required' : 'optional'),
  )
  return [...own, ...members, ...placesOfSchema(schema.items, `${at}[]`)]
}

/** Input and output themselves are no members; a list in their place is told all the same. */
function isShown(at: string, kind: Kind): boolean {
  return /[.[]/.test(at) || kind === 'array'
}

function placesOfShape(
  shape: (Shape & { readonly optional?: boolean }) | undefined,
  { at, definitions }: { at: string; definitions: ReadonlyMap<string, Definition> },
): readonly [string, Place][] {
  if (shape === undefined) return []
  const named = definitions.get(shape.type)
  if (named !== undefined && named.notation !== 'interface') {
    const { [shape.type]: _, ...others } = Object.fromEntries(definitions)
    const resolved = { ...named.shape, optional: shape.optional ?? false }
    return placesOfShape(resolved, { at, definitions: new Map(Object.entries(others)) })
  }
  const kind = kindOf(shape)
  const place: Place = { kind, optional: shape.optional ?? false }
  return [
    ...(isShown(at, kind) ? [[at, place] as [string, Place]] : []),
    ...(shape.members ?? []).flatMap((member) => placesOfShape(member, { at: `${at}.${member.name}`, definitions })),
    ...placesOfShape(shape.items, { at: `${at}[]`, definitions }),
  ]
}

function kindOf({ type, members, items }: Shape): Kind {
  if (members !== undefined || /^(?:object|map|dictionary)$/i.test(type)) return 'object'
  if (items !== undefined) return 'array'
  if (/base64/i.test(type)) return 'base64'
  if (/^(?:u?int\d*|integer|number|long|epoch)\b/i.test(type)) return 'integer'
  if (/^bool(?:ean)?\b/i.test(type)) return 'boolean'
  return /^(?:string|text|uuid|ur[il]|IdentityProvider\.)/i.test(type) ? 'string' : 'unknown'
}

/** In a query everything is text. */
function inQuery(place: Place): Place {
  return place.kind === 'string' ? { ...place, kind: 'unknown' } : place
}

function agree(text: Place, ours: Place): boolean {
  const alike = text.kind === ours.kind || text.kind === 'unknown' || ours.kind === 'unknown'
  return alike && text.optional === ours.optional
}

function said(place: Place | undefined): string {
  if (place === undefined) return 'absent'
  return `${place.optional ? 'optional ' : ''}${place.kind === 'unknown' ? 'value' : place.kind}`
}
