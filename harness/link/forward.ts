// Where a link leads over sockets: the same request at another base URL, with the headers that stay.
import type { Channel } from '../transport/recorder.ts'
import type { Answering } from './link.ts'
import { endToEnd } from './serve.ts'

/** Carries requests to the external interface of a domain's gateway at a base URL. */
export function forwardTo(url: string, domain: string, reach: Channel): Answering {
  return ({ headers, ...request }) =>
    reach({ domain, interface: 'external', url }, { ...request, headers: endToEnd(headers) })
}
