// The points in which a gateway's wire differs from the profile: requests are written in them just before they leave.
import { z } from 'zod'
import type { Exchange, Header, Transport, WireRequest } from '../../simulator/exchange.ts'
import { operationOf } from '../../simulator/read-request.ts'
import type { Edition } from '../../spec/edition.ts'
import { segmentBase64url, segmentOctets } from '../../spec/wire.ts'

/** Member `dialect` of a target file; what is absent is as the wire profile has it. */
export const dialect = z.strictObject({
  /** Where the input of a GET travels (reading A-03). */
  getInput: z.enum(['query', 'body']).optional(),
  /** What names the client whose welcomes are asked for. */
  welcomePath: z.enum(['clientHandle', 'clientId']).optional(),
  /** How a group id stands in a path (reading A-04). */
  groupId: z.enum(['base64url', 'base64', 'hex', 'text']).optional(),
  authentication: z.enum(['bearer', 'none']).optional(),
  /** Goes before every path, for example `/mimi/v1`. */
  pathPrefix: z
    .string()
    .regex(/^(\/[A-Za-z0-9._~-]+)+$/, 'expected a path like /mimi/v1')
    .optional(),
})
export type Dialect = z.infer<typeof dialect>

type GroupIdForm = NonNullable<Dialect['groupId']>

const groupIdForms: Readonly<Record<GroupIdForm, (groupId: Uint8Array) => string>> = {
  base64url: (groupId) => Buffer.from(groupId).toString('base64url'),
  base64: (groupId) => encodeURIComponent(Buffer.from(groupId).toString('base64')),
  hex: (groupId) => Buffer.from(groupId).toString('hex'),
  text: (groupId) => z.encode(segmentOctets, groupId),
}

const points: { readonly [Point in keyof Dialect]-?: (value: NonNullable<Dialect[Point]>) => string | undefined } = {
  getInput: (where) => (where === 'body' ? 'the input of a GET travels as a JSON body' : undefined),
  welcomePath: (what) => (what === 'clientId' ? 'welcomes are asked for by client id' : undefined),
  groupId: (form) => (form === 'base64url' ? undefined : `a group id stands in a path as ${form}`),
  authentication: (kind) => (kind === 'none' ? 'callers carry no credential' : undefined),
  pathPrefix: (prefix) => `every path begins with ${prefix}`,
}

/** In which points a gateway differs from the wire profile, in words; none where it does not. */
export function dialectPoints({ getInput, welcomePath, groupId, authentication, pathPrefix }: Dialect): string[] {
  return [
    getInput && points.getInput(getInput),
    welcomePath && points.welcomePath(welcomePath),
    groupId && points.groupId(groupId),
    authentication && points.authentication(authentication),
    pathPrefix && points.pathPrefix(pathPrefix),
  ].filter((text) => text !== undefined)
}

/** Whether requests between gateways look otherwise than the profile has them, so that links cannot be read. */
export function changesRequests({ authentication: _, ...rest }: Dialect): boolean {
  return dialectPoints(rest).length > 0
}

/**
 * A transport that sends what it is given in a dialect; exchanges show what was really sent. Hand-written requests are
 * translated too, as far as their method and path are those of an operation.
 */
export function speaking(spoken: Dialect, edition: Edition, transport: Transport): Transport {
  if (dialectPoints(spoken).length === 0) return transport
  const clients = new Map<string, string>()
  return {
    async exchange(message) {
      const request = translate(message.request, { spoken, edition, clients })
      const exchange = await transport.exchange({ ...message, request })
      remember(clients, message.request, exchange)
      return exchange
    },
  }
}

interface Translation {
  readonly spoken: Dialect
  readonly edition: Edition
  /** Client ids by the path under which the wire profile names a client. */
  readonly clients: ReadonlyMap<string, string>
}

function translate(request: WireRequest, { spoken, edition, clients }: Translation): WireRequest {
  const name = operationOf(edition, request)
  let { target, headers, body } = request
  if (name && spoken.groupId) target = withGroupId(target, edition.operations[name].path, spoken.groupId)
  if (name === 'welcomeMessages' && spoken.welcomePath === 'clientId') target = withClientId(target, clients)
  if (name && spoken.getInput === 'body' && edition.operations[name].query) {
    const query = /\?([^#]*)/.exec(target)?.[1] ?? ''
    target = target.replace(/\?.*$/, '')
    body = new TextEncoder().encode(JSON.stringify(inputIn(query)))
    headers = [...headers, ['content-type', 'application/json']]
  }
  if (spoken.authentication === 'none') headers = headers.filter(isNoCredential)
  if (spoken.pathPrefix && target.startsWith('/')) target = spoken.pathPrefix + target
  return { ...request, target, headers, body }
}

function isNoCredential([name]: Header): boolean {
  return name.toLowerCase() !== 'authorization'
}

/** Members whose values are numbers in JSON; all others are text. */
const numbers = new Set(['protocolVersion', 'cipherSuite', 'startEpochId', 'endEpochId'])

function inputIn(query: string): Record<string, unknown> {
  const pairs = [...new URLSearchParams(query)].map(([name, text]): [string, unknown] => {
    const number = Number(text)
    return [name, numbers.has(name) && String(number) === text && Number.isSafeInteger(number) ? number : text]
  })
  return Object.fromEntries(pairs)
}

function withGroupId(target: string, template: string, form: GroupIdForm): string {
  const index = template.split('/').indexOf('{groupId}')
  const [path = '', rest = ''] = splitTarget(target)
  const segments = path.split('/')
  const groupId = segmentBase64url.safeDecode(segments[index] ?? '')
  // What is no group id in the profile's form is meant to be wrong, and stays so.
  if (index < 0 || !groupId.success) return target
  segments[index] = groupIdForms[form](groupId.data)
  return segments.join('/') + rest
}

function withClientId(target: string, clients: ReadonlyMap<string, string>): string {
  const [path = '', rest = ''] = splitTarget(target)
  const segments = path.split('/')
  const id = clients.get(clientKey(segments[2], segments[4]))
  if (id === undefined) return target
  segments[4] = id
  return segments.join('/') + rest
}

function splitTarget(target: string): [string, string] {
  const end = target.search(/[?#]/)
  return end < 0 ? [target, ''] : [target.slice(0, end), target.slice(end)]
}

/** Keeps which id a handle was registered or renamed to, as the caller of a gateway would. */
function remember(clients: Map<string, string>, { method, target, body }: WireRequest, { response }: Exchange): void {
  if (!response || response.status > 299 || !['POST', 'PATCH'].includes(method)) return
  const [, , appId, kind, ownId] = splitTarget(target)[0].split('/')
  const handle = memberOf(body, 'clientHandle')
  const clientId = method === 'POST' ? memberOf(response.body, 'clientId') : ownId
  if (kind !== 'clients' || handle === undefined || clientId === undefined) return
  for (const form of [handle, Buffer.from(handle, 'base64').toString('utf8')])
    clients.set(clientKey(appId, encodeURIComponent(form)), clientId)
}

function clientKey(appId: string | undefined, handle: string | undefined): string {
  return `${appId?.toLowerCase()} ${z.safeDecode(segmentOctets, handle ?? '').data?.join()}`
}

function memberOf(body: Uint8Array, name: string): string | undefined {
  try {
    const value: unknown = Reflect.get(JSON.parse(new TextDecoder().decode(body)), name)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
