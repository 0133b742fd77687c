// How the gateway reaches a peer gateway: a transport that is passed in, so that a federation can run in one process.
import type { GatewayRequest, GatewayResponse } from '../http/message.ts'

/**
 * Sends a request to the external interface at base URL `to` and gives the peer's answer, a redirect as it is. Rejects where
 * there is none: with PeerTimeout where none came in time, with anything else where the peer could not be reached.
 */
export type Outbound = (to: string, request: GatewayRequest) => Promise<GatewayResponse>

/** The peer said nothing in time: what became of the request is unknown. */
export class PeerTimeout extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`)
    this.name = 'PeerTimeout'
  }
}

/** How long the gateway waits for a peer, in milliseconds. */
export interface FederationTimes {
  /** For one answer. */
  readonly answerMs: number
  /** Before what could not be delivered is sent a second time; the wait then doubles each time, up to the longest. */
  readonly firstRetryMs: number
  readonly longestRetryMs: number
}

export const defaultTimes: FederationTimes = { answerMs: 4_000, firstRetryMs: 100, longestRetryMs: 2_000 }
