// Where a link leads over sockets: the same request at another base URL, with the headers that stay.
import type { Endpoint } from '../../simulator/exchange.ts'
import type { Channel } from '../transport/recorder.ts'
import type { Answering } from './link.ts'
import { endToEnd } from './serve.ts'

/** Carries requests to the external interface of a domain's gateway at a base URL, in the name of another domain. */
export function forwardTo(to: Omit<Endpoint, 'interface'>, reach: Channel): Answering {
  return ({ headers, ...request }) =>
    reach({ ...to, interface: 'external' }, { ...request, headers: endToEnd(headers) })
}
