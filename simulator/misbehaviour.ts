// How another gateway can misbehave, as replies for a scripted peer.
import type { OperationName } from '../spec/operation.ts'
import type { ProblemCode } from '../spec/profile/problems.ts'
import { problemStatus, problemType } from '../spec/profile/problems.ts'
import type { Reply, Resolver } from './scripted-peer.ts'

/** JSON that need not be what the operation answers with. */
export function anyJson(value: unknown, status = 200): Response {
  return Response.json(value, { status })
}

/** A refusal as the wire profile has it. */
export function refusal(code: ProblemCode): Response {
  const status = problemStatus[code]
  const problem = { type: problemType(code), title: code, status, detail: 'The scripted peer says so.' }
  return new Response(JSON.stringify(problem), { status, headers: { 'content-type': 'application/problem+json' } })
}

/** An answer that says it is JSON and breaks off in the middle. */
export function garbage(status = 200): Response {
  return new Response('{"identities":[{"clientId":"', { status, headers: { 'content-type': 'application/json' } })
}

/** What a peer tells of itself when it fails; nothing of it is for others. */
export const innerDetails = 'NullPointerException at com.peer.Store.read'

/** A server error with details that should stay where they are. */
export function serverError(status = 500): Response {
  return Response.json({ type: 'about:blank', title: 'Internal error', status, detail: innerDetails }, { status })
}

/** Sends the asking gateway somewhere else, to be asked the same again. */
export function redirectTo(location: string, status: 301 | 302 | 303 | 307 | 308 = 307): Response {
  return new Response(null, { status, headers: { location } })
}

/** Ends the connection without an answer. */
export function breaksOff(): Response {
  return Response.error()
}

/** Never answers. */
export function silence(): Promise<never> {
  return new Promise(() => undefined)
}

/** Gives everybody the answer it gave to the first who asked. */
export function replaying<N extends OperationName>(resolve: Resolver<N>): Resolver<N> {
  let first: Promise<Reply<N>> | undefined
  return async (question) => {
    first ??= Promise.resolve(resolve(question))
    const reply = await first
    return reply instanceof Response ? reply.clone() : reply
  }
}
