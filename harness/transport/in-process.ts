// Requests to gateways in the same process, handed over at their seam: no sockets, no HTTP stack in between.
import type { Endpoint, WireRequest, WireResponse } from '../../simulator/exchange.ts'
import { type Channel, NoAnswer } from './recorder.ts'

/** A gateway's seam: one function for each interface. */
export interface GatewayHandlers {
  internal(request: WireRequest): Promise<WireResponse>
  external(request: WireRequest): Promise<WireResponse>
}

/**
 * A channel to the gateways of these domains. `timeout` rejects or resolves when waiting has lasted long enough; a
 * gateway that throws is one that closed the connection.
 */
export function inProcess(gateways: ReadonlyMap<string, GatewayHandlers>, timeout: () => Promise<void>): Channel {
  return (endpoint: Endpoint, request: WireRequest) => {
    const gateway = gateways.get(endpoint.domain)
    if (!gateway) return Promise.reject(new NoAnswer('connection refused'))
    const answer = gateway[endpoint.interface](request).then(
      (response) => ({ ...response, body: request.method === 'HEAD' ? new Uint8Array() : response.body }),
      () => Promise.reject(new NoAnswer('connection closed before the answer')),
    )
    return Promise.race([answer, timeout().then(() => Promise.reject(new NoAnswer('nothing within the time allowed')))])
  }
}
