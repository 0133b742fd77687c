// The reference gateway at its seam: requests go in raw, answers come out raw, and nothing listens anywhere.
import { assembleParts, type GatewayOptions } from './assemble.ts'
import type { GatewayRequest, GatewayResponse } from './http/message.ts'
import type { Limits } from './limits.ts'

export type { GatewayOptions } from './assemble.ts'
export type { GatewayRequest, GatewayResponse } from './http/message.ts'
export type { Parts } from './parts.ts'

export interface Gateway {
  readonly limits: Limits
  /** Answers a request on the interface for application servers and the operator; never rejects. */
  internal(request: GatewayRequest): Promise<GatewayResponse>
  /** Answers a request on the interface for peer gateways; never rejects. */
  external(request: GatewayRequest): Promise<GatewayResponse>
  /** Resolves when nothing is on its way to a peer: all is delivered, or waits for another attempt. */
  settled(): Promise<void>
  /** Sends nothing more to peers, and resolves when nothing is on its way. */
  close(): Promise<void>
}

/** Makes a gateway with an empty memory, of the edition and for the domains of its instance file. */
export function createGateway(options: GatewayOptions): Gateway {
  const assembled = assembleParts(options)
  const parts = options.alter?.(assembled) ?? assembled
  return {
    limits: parts.limits,
    internal: (request) => parts.respond(parts, 'internal', request),
    external: (request) => parts.respond(parts, 'external', request),
    settled: () => parts.outboxes.settled(),
    close: () => {
      parts.outboxes.close()
      return parts.outboxes.settled()
    },
  }
}
