// One request to a peer and what its answer means here: transport, time, credentials, and errors mapped (wire profile,
// section 6). Nothing a peer says in an error is passed on but its code.
import { z } from 'zod'
import type { OperationName, OperationOutputs } from '../../spec/operation.ts'
import type { GatewayRequest, GatewayResponse, Headers } from '../http/message.ts'
import type { Parts } from '../parts.ts'
import { isRefusalCode, Refusal, type RefusalCode, statusOf } from '../refusal.ts'
import { PeerTimeout } from './outbound.ts'
import type { Peer } from './peers.ts'

interface PeerRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  /** Path and query on the peer's external interface. */
  readonly target: string
  /** JSON. */
  readonly body?: Uint8Array
}

interface PeerProblem {
  readonly code: RefusalCode | undefined
  readonly currentEpoch: number | undefined
}

export interface Links {
  headersFor(peer: Peer, request: PeerRequest): Headers
  /** Sends a request and gives what the peer answers; refuses as `peer-failed` or `peer-timeout` where it does not. */
  send(parts: Parts, peer: Peer, request: PeerRequest): Promise<GatewayResponse>
  /** Sends a request that reads; refuses whatever is no success. */
  get(parts: Parts, peer: Peer, request: PeerRequest): Promise<GatewayResponse>
  /** The JSON of an answer; refuses what is none as `peer-failed`. */
  jsonOf(parts: Parts, answer: GatewayResponse): unknown
  /** An operation's output in an answer; refuses what cannot be read as `peer-failed`. */
  outputOf<N extends OperationName>(parts: Parts, name: N, answer: GatewayResponse): OperationOutputs[N]
  /** Reads an operation's output at a target. */
  read<N extends OperationName>(parts: Parts, peer: Peer, at: { name: N; target: string }): Promise<OperationOutputs[N]>
  /** What this gateway's own caller is told where a peer did not do as asked. */
  refusalOf(parts: Parts, answer: GatewayResponse): Refusal
  /** What an ordering gateway's refusal of a packet means to the application that uploaded it. */
  verdictOf(parts: Parts, answer: GatewayResponse): Refusal
  problemOf(parts: Parts, answer: GatewayResponse): PeerProblem
}

/** An answer that says no to what was asked and is no failure of the peer. */
const verdicts: Readonly<Record<number, RefusalCode>> = {
  400: 'malformed-request',
  409: 'wrong-epoch',
  413: 'too-large',
  422: 'unsupported-message',
}

export function createLinks(): Links {
  return {
    headersFor({ sendToken }, { body }) {
      const authorization = sendToken === undefined ? [] : [['authorization', `Bearer ${sendToken}`] as const]
      return body === undefined ? authorization : [...authorization, ['content-type', 'application/json']]
    },
    async send(parts, peer, request) {
      const { method, target, body = new Uint8Array() } = request
      const headers = this.headersFor(peer, request)
      try {
        return await inTime(parts, () => parts.outbound(peer.external, { method, target, headers, body }))
      } catch (reason) {
        if (reason instanceof PeerTimeout)
          throw new Refusal('peer-timeout', `The gateway of ${peer.domain} did not answer in time.`)
        throw new Refusal('peer-failed', `The gateway of ${peer.domain} could not be reached.`)
      }
    },
    async get(parts, peer, request) {
      const answer = await this.send(parts, peer, request)
      if (answer.status !== 200) throw this.refusalOf(parts, answer)
      return answer
    },
    jsonOf({ http, limits }, { headers, body }) {
      try {
        const request: GatewayRequest = { method: 'GET', target: '', headers, body }
        http.checkMediaType(request)
        return http.parseJson(body, limits.jsonDepth)
      } catch (reason) {
        if (reason instanceof Refusal) throw failed('gave an answer that is no JSON')
        throw reason
      }
    },
    outputOf<N extends OperationName>(parts: Parts, name: N, answer: GatewayResponse): OperationOutputs[N] {
      const codec = parts.operations[name].output
      const read = codec === undefined ? undefined : z.safeDecode(codec, this.jsonOf(parts, answer))
      if (read?.success) return read.data as OperationOutputs[N]
      throw failed('gave an answer that cannot be read')
    },
    async read(parts, peer, { name, target }) {
      return this.outputOf(parts, name, await this.get(parts, peer, { method: 'GET', target }))
    },
    refusalOf(parts, answer) {
      if (answer.status !== 404) return failed(`answered ${answer.status}`)
      const { code } = this.problemOf(parts, answer)
      const known = code !== undefined && code !== 'unknown-domain' && statusOf(code) === 404
      return new Refusal(known ? code : 'not-found', 'The other gateway has nothing here.')
    },
    verdictOf(parts, answer) {
      const { status } = answer
      const fallback = verdicts[status]
      if (fallback === undefined) return this.refusalOf(parts, answer)
      const { code, currentEpoch } = this.problemOf(parts, answer)
      const known = code !== undefined && statusOf(code) === status ? code : fallback
      const members = currentEpoch === undefined ? {} : { members: { currentEpoch } }
      return new Refusal(known, 'The gateway that orders the group refused it.', members)
    },
    problemOf(parts, answer) {
      try {
        const { type, currentEpoch } = problem.parse(parts.http.parseJson(answer.body, parts.limits.jsonDepth))
        const code = type?.replace(/^urn:mimi:problem:/, '')
        return { code: isRefusalCode(code) ? code : undefined, currentEpoch }
      } catch {
        return { code: undefined, currentEpoch: undefined }
      }
    },
  }
}

const problem = z.object({ type: z.string().optional(), currentEpoch: z.int().nonnegative().optional() })

async function inTime<T>({ timer, times }: Parts, work: () => Promise<T>): Promise<T> {
  let callOff = () => {}
  const silence = new Promise<never>((_, reject) => {
    callOff = timer.after(times.answerMs, () => reject(new PeerTimeout(times.answerMs)))
  })
  try {
    return await Promise.race([work(), silence])
  } finally {
    callOff()
  }
}

/** The refusal of what a peer did wrong. */
export function failed(what: string): Refusal {
  return new Refusal('peer-failed', `The other gateway ${what}.`)
}
