// Applies a recipe to a request: another method, odd paths and queries, headers, JSON of other types, broken bodies.
import type { GatewayRequest } from '../../reference/gateway.ts'
import { changeBytes } from './change-bytes.ts'
import { changeJson } from './change-json.ts'
import type { Recipe } from './recipe.ts'

export const methods = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', '']
export const oddSegments = [
  ...['', '.', '..', '%2e%2e', '%00', '%', '%zz', '%ff', '%C0%80', '%ED%A0%80', '%F0%9F%98%80', '%252F', ';a=b', '~'],
  ...[
    'AAAA',
    '__proto__',
    'constructor',
    'a'.repeat(5_000),
    '%41'.repeat(2_000),
    '00000000-0000-4000-8000-000000000000',
  ],
]
export const oddValues = [
  ...['', '0', '-1', '1e5', '65535', '65536', '18446744073709551615', '18446744073709551616', '9'.repeat(300)],
  ...[
    '+',
    '%00',
    '%',
    '%ff',
    'a%26b',
    'x'.repeat(8_000),
    '%F0%9F%98%80',
    'null',
    '[]',
    'b.example',
    'B.EXAMPLE.',
    'a.example',
  ],
]
export const oddHeaders: readonly (readonly [string, string])[] = [
  ['content-type', 'text/plain'],
  ['content-type', 'application/json; charset=utf-16'],
  ['content-encoding', 'gzip'],
  ['authorization', 'Bearer'],
  ['authorization', 'Basic YTpi'],
  ['Authorization', `Bearer ${'x'.repeat(9_000)}`],
  ['accept', 'text/html'],
  ['x-http-method-override', 'DELETE'],
  ['', ''],
]

/** The request after the change; `seen` are MLS objects that came by before. */
export function changeRequest(request: GatewayRequest, recipe: Recipe, seen: readonly Uint8Array[]): GatewayRequest {
  const { part, kind, place, value } = recipe
  const [path = '', ...rest] = request.target.split('?')
  const query = rest.join('?')
  switch (part) {
    case 'method':
      return { ...request, method: pick(methods, value) }
    case 'path': {
      const segments = path.split('/')
      segments.splice(1 + (place % segments.length), kind % 2, ...(kind % 3 === 0 ? [] : [pick(oddSegments, value)]))
      return { ...request, target: segments.join('/') + (query === '' ? '' : `?${query}`) }
    }
    case 'query': {
      const pairs = query.split('&')
      const at = place % pairs.length
      const [name = ''] = (pairs[at] ?? '').split('=')
      if (kind % 4 === 0) pairs.splice(at, 1)
      else if (kind % 4 === 1) pairs.push(pairs[at] ?? '')
      else pairs[at] = `${name === '' ? 'domain' : name}=${pick(oddValues, value)}`
      return { ...request, target: `${path}?${pairs.join('&')}` }
    }
    case 'header':
      return { ...request, headers: [...request.headers.slice(kind % 2), pick(oddHeaders, value)] }
    case 'json':
      return { ...request, body: changeJson(request.body, recipe) }
    case 'body':
      return { ...request, body: changeBytes(request.body, recipe, seen) }
    case 'mls':
      return { ...request, body: changeObject(request.body, recipe, seen) }
  }
}

/** The MLS objects that a body carries in Base64. */
export function objectsIn(body: Uint8Array): Uint8Array[] {
  return texts(body).map((text) => new Uint8Array(Buffer.from(text, 'base64')))
}

function texts(body: Uint8Array): string[] {
  return [
    ...Buffer.from(body)
      .toString('latin1')
      .matchAll(/"([A-Za-z0-9+/]{40,}={0,2})"/g),
  ].map(([, text = '']) => text)
}

/** One of the MLS objects in a body changed. */
export function changeObject(body: Uint8Array, recipe: Recipe, seen: readonly Uint8Array[]): Uint8Array {
  const found = texts(body)
  if (found.length === 0) return body
  const chosen = pick(found, recipe.value)
  const changed = changeBytes(Buffer.from(chosen, 'base64'), recipe, seen)
  return Buffer.from(
    Buffer.from(body).toString('latin1').replace(chosen, Buffer.from(changed).toString('base64')),
    'latin1',
  )
}

export function pick<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  return list[index % list.length] as T
}
