// The log of requests: one entry for each, whatever became of it, under an id that its answer carries as well.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InterfaceName } from '../../spec/operation.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { GatewayResponse } from './message.ts'

/** Where requests are told of, and what tells them apart and times them. */
export interface Journal {
  readonly log: Log
  readonly clock: Clock
  /** A source of request ids that are used once. */
  readonly ids: () => string
}

/** The header that carries the request's id in the log; a client cannot choose it. */
export const requestIdHeader = 'x-request-id'

/** A request that is being followed. */
export interface Followed {
  readonly requestId: string
  /** Keeps what the answer is about, for the entry that is written when the answer has gone out, or cannot any more. */
  answered(answer: GatewayResponse): void
}

/** Writes one entry when the answer has gone out or the client has hung up. */
export function follow(
  { log, clock, ids }: Journal,
  interfaceName: InterfaceName,
  { message, response }: { readonly message: IncomingMessage; readonly response: ServerResponse },
): Followed {
  const requestId = ids()
  const startMs = clock.now()
  let given: GatewayResponse | undefined
  let isWhole = false
  // Before the server's own listener, which may end the connection; a connection that is cut "finishes" too.
  response.prependOnceListener('finish', () => {
    isWhole = !message.socket.destroyed
  })
  response.once('close', () => {
    log({
      event: 'request',
      requestId,
      interfaceName,
      method: message.method ?? '',
      ...given?.about,
      ...(given && { status: given.status }),
      durationMs: Math.max(0, clock.now() - startMs),
      ...(!isWhole && { cut: true as const }),
    })
  })
  return {
    requestId,
    answered: (answer) => {
      given = answer
    },
  }
}
