// Requests to gateways in the same process, handed over at their seam: no sockets, no HTTP stack in between.
import type { Endpoint, WireRequest, WireResponse } from '../../simulator/exchange.ts'
import { type Channel, NoAnswer } from './recorder.ts'

/** A gateway's seam: one function for each interface. */
export interface GatewayHandlers {
  internal(request: WireRequest): Promise<WireResponse>
  external(request: WireRequest): Promise<WireResponse>
}

/** Begins to wait, and calls back once that has lasted long enough; what it gives ends the waiting. */
type Patience = (isOver: () => void) => () => void

/** A channel to the gateways of these domains; a gateway that throws is one that closed the connection. */
export function inProcess(gateways: ReadonlyMap<string, GatewayHandlers>, patience: Patience): Channel {
  return (endpoint: Endpoint, request: WireRequest) => {
    const gateway = gateways.get(endpoint.domain)
    if (!gateway) return Promise.reject(new NoAnswer('connection refused'))
    const answer = gateway[endpoint.interface](request).then(
      (response) => ({ ...response, body: request.method === 'HEAD' ? new Uint8Array() : response.body }),
      () => Promise.reject(new NoAnswer('connection closed before the answer')),
    )
    let endWaiting = () => {}
    const silence = new Promise<never>((_, reject) => {
      endWaiting = patience(() => reject(new NoAnswer('nothing within the time allowed')))
    })
    // Whoever has its answer waits no longer: what was said would be kept until then.
    return Promise.race([answer, silence]).finally(() => endWaiting())
  }
}
