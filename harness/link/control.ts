// The control port: workers of a run steer the links of the parent process through it.
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { WireRequest } from '../../simulator/exchange.ts'
import { jsonResponse, problemResponse } from '../../simulator/response.ts'
import type { Channel } from '../transport/recorder.ts'
import { forwardTo } from './forward.ts'
import type { LocalNetwork } from './network.ts'
import { type Order, order, storedPassages } from './orders.ts'
import { type Served, serve } from './serve.ts'

/** Where the control port is and the token that opens it. */
export interface ControlAddress {
  readonly url: string
  readonly token: string
}

/** Opens the control port of a network; `reach` carries requests of played domains to a worker's own server. */
export function serveControl(network: LocalNetwork, token: string, reach: Channel): Promise<Served> {
  const leaving = new Map<string, () => Promise<void>>()
  const obey = async (what: Order): Promise<unknown> => {
    if ('place' in what) {
      const role = `${what.place.edition} ${what.place.domain} ${what.appId}`
      await leaving.get(role)?.()
      leaving.delete(role)
      if (what.do === 'leave') return {}
      const answer = forwardTo({ url: what.url, domain: what.place.domain }, reach)
      leaving.set(role, (await network.play(what.place, what.appId, { answer, lists: what.lists })).leave)
      return {}
    }
    const link = network.link(what.ends)
    if (!link) throw new Error('there is no such link')
    if (what.do === 'passages') return z.encode(storedPassages, [...(await link.passages(what.appId))])
    await (what.do === 'disturb' ? link.disturb(what.appId, what.faults) : link[what.do](what.appId))
    return {}
  }
  return serve(async (request) => {
    if (!isOpenedBy(token, request)) return problemResponse('unauthenticated', 'The control port needs its token.')
    try {
      return jsonResponse(200, await obey(order.parse(JSON.parse(new TextDecoder().decode(request.body)))))
    } catch (error) {
      return problemResponse('malformed-request', error instanceof Error ? error.message : String(error))
    }
  })
}

function isOpenedBy(token: string, { headers }: WireRequest): boolean {
  const presented = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? ''
  const [left, right] = [Buffer.from(presented), Buffer.from(`Bearer ${token}`)]
  return left.length === right.length && timingSafeEqual(left, right)
}
