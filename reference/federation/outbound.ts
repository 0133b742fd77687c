// How the gateway reaches a peer gateway: a transport that is passed in, so that a federation can run in one process.
import type { GatewayRequest, GatewayResponse } from '../http/message.ts'

/** Sends a request to the external interface at base URL `to` and gives the peer's answer; rejects where there is none. */
export type Outbound = (to: string, request: GatewayRequest) => Promise<GatewayResponse>
