// Changes to a request just before it leaves: how a probe says what no codec would write. Given to a call as `alter`.
import type { Alteration } from '../../simulator/caller.ts'
import type { Header, WireRequest } from '../../simulator/exchange.ts'

/** Another body, made from the text of the one that would have been sent; octets go out as they are. */
export function rewriteBody(change: (text: string) => string | Uint8Array): Alteration {
  return (request) => {
    const body = change(new TextDecoder().decode(request.body))
    return { ...request, body: typeof body === 'string' ? new TextEncoder().encode(body) : body }
  }
}

/** Other members in the JSON body: added or replaced, and left out where they are `undefined`. */
export function setMembers(members: Readonly<Record<string, unknown>>): Alteration {
  return rewriteBody((text) => JSON.stringify({ ...JSON.parse(text), ...members }))
}

/** Another request target, made from the one that would have been sent; it goes out as it is. */
export function rewriteTarget(change: (target: string) => string): Alteration {
  return (request) => ({ ...request, target: change(request.target) })
}

/** One header in place of all of that name. `value` may be made from the old one; `undefined` leaves the header out. */
export function setHeader(name: string, value: string | undefined | ((old: string) => string)): Alteration {
  return (request) => {
    const isNamed = ([key]: Header) => key.toLowerCase() === name.toLowerCase()
    const old = request.headers.find(isNamed)?.[1] ?? ''
    const set = typeof value === 'function' ? value(old) : value
    const others = request.headers.filter((header) => !isNamed(header))
    return { ...request, headers: set === undefined ? others : [...others, [name.toLowerCase(), set]] }
  }
}

/** Another method. */
export function setMethod(method: string): Alteration {
  return (request) => ({ ...request, method })
}

/** Several changes, one after the other. */
export function inOrder(...alterations: readonly Alteration[]): Alteration {
  return (request: WireRequest) => alterations.reduce((altered, alter) => alter(altered), request)
}
