// One request through the gateway: http, then authorisation, then the operation's service, and back to the wire.
import type { InterfaceName, Operation, OperationName } from '../../spec/operation.ts'
import type { Caller } from '../authorisation/caller.ts'
import { causeOf } from '../log.ts'
import type { Call, Handler, Parts, Respond } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import type { Application } from '../store/store.ts'
import { tooLarge } from './http.ts'
import { type GatewayRequest, type GatewayResponse, headerValues } from './message.ts'
import { openTo } from './open-paths.ts'
import { methodNotAllowed } from './router.ts'

/** What is asked, and how far reading it has come. */
interface Asked {
  readonly interfaceName: InterfaceName
  readonly request: GatewayRequest
  /** The template of the path, once it is known. */
  route?: string
}

/** Answers a request; never rejects. What is neither an answer nor a Refusal is a defect: 500, and a line in the log. */
export const respond: Respond = async (parts, interfaceName, request) => {
  const asked: Asked = { interfaceName, request }
  let response: GatewayResponse
  try {
    response = await answer(parts, asked)
  } catch (reason) {
    response = decline(parts, asked, reason)
  }
  const about = asked.route === undefined ? response.about : { route: asked.route, ...response.about }
  const body = request.method === 'HEAD' ? new Uint8Array() : response.body
  return { status: response.status, headers: response.headers, body, ...(about && { about }) }
}

function decline({ http, log }: Parts, { interfaceName, request, route }: Asked, reason: unknown): GatewayResponse {
  if (reason instanceof Refusal) return { ...http.renderRefusal(reason), about: { code: reason.code } }
  const { method, requestId } = request
  const known = { ...(requestId !== undefined && { requestId }), ...(route !== undefined && { route }) }
  log({ event: 'defect', interfaceName, method, ...known, reason: causeOf(reason) })
  return http.renderDefect()
}

async function answer(parts: Parts, asked: Asked): Promise<GatewayResponse> {
  const { http, authorisation, limits, operations, handlers } = parts
  const { interfaceName, request } = asked
  if (request.body.length > limits.bodyBytes) throw tooLarge(limits.bodyBytes)
  const { segments, query } = http.readTarget(request.target)
  const open = openTo(segments)
  if (open !== undefined) {
    asked.route = open.path
    if (request.method === 'GET' || request.method === 'HEAD') return open.answer(parts)
  }
  const caller = authenticate(parts, interfaceName, request)
  authorisation.admit(caller, interfaceName)
  if (open !== undefined) throw methodNotAllowed(['GET'])
  const { operation, parameters } = http.route(operations, interfaceName, { method: request.method, segments })
  asked.route = operation.path
  authorisation.permit(caller, operation)
  const input = http.decodePart(operation, 'parameters', parameters)
  for (const name in input) input[name] = canonical(parts, name, input[name])
  const application = enter(parts, caller, operation, input['appId'])
  if (caller.kind === 'peer') await admitPeer(parts, caller, application)
  if (operation.query) Object.assign(input, http.decodePart(operation, 'query', http.readQuery(query)))
  if (operation.body) Object.assign(input, http.decodePart(operation, 'body', readBody(parts, request)))
  const call = { input, caller, application, peek: request.method === 'HEAD', request }
  const handler = handlers[operation.name] as Handler<OperationName>
  return http.renderAnswer(operation, await handler(parts, call as Call<OperationName>))
}

/** By certificate on the external interface in TLS mode, by bearer token everywhere else; a token of ours is told apart. */
function authenticate({ instance, authorisation }: Parts, name: InterfaceName, request: GatewayRequest): Caller {
  const { headers, certifiedDomains = [] } = request
  const byToken = instance.tls === undefined || name === 'internal' || headerValues(headers, 'authorization').length > 0
  return byToken ? authorisation.authenticate(headers) : authorisation.recognise(certifiedDomains)
}

/** Ids compare without regard to case; handles and group ids do not. */
function canonical({ http }: Parts, name: string, value: unknown): unknown {
  return typeof value === 'string' && name.endsWith('Id') ? http.canonicalId(value) : value
}

function enter(parts: Parts, caller: Caller, operation: Operation, appId: unknown): Application | undefined {
  if (appId === undefined || operation.caller === 'operator') return undefined
  return parts.authorisation.enter(caller, String(appId))
}

async function admitPeer(parts: Parts, caller: Caller, application: Application | undefined): Promise<void> {
  const peer = parts.peers.ofCaller(caller)
  if (peer === undefined || application === undefined) return
  await parts.agreements.admit(parts, peer, application)
  parts.outboxes.hear(parts, peer, application)
}

function readBody({ http, limits }: Parts, request: GatewayRequest): unknown {
  http.checkMediaType(request)
  return http.parseJson(request.body, limits.jsonDepth)
}
