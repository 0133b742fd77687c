// One request and what came back, as the wire saw it: the only evidence there is.
import type { InterfaceName, OperationName } from '../spec/operation.ts'

export type Header = readonly [name: string, value: string]

/** A request as it leaves: `target` goes on the wire exactly as given, dot segments and all. */
export interface WireRequest {
  readonly method: string
  readonly target: string
  readonly headers: readonly Header[]
  readonly body: Uint8Array
}

export interface WireResponse {
  readonly status: number
  readonly headers: readonly Header[]
  readonly body: Uint8Array
}

/** One interface of one gateway. */
export interface Endpoint {
  readonly domain: string
  readonly interface: InterfaceName
  /** Base URL without a trailing slash. */
  readonly url: string
  /** The domain whose certificate the caller shows, in TLS mode. */
  readonly presenting?: string
}

export interface Exchange {
  /** `e1`, `e2`, … in the order of sending within one scenario. */
  readonly id: string
  /** Who sent it, for example `app-server-1`. */
  readonly from: string
  /** Who was asked, for example `a.example internal`. */
  readonly to: string
  /** The operation the request was made from; absent for hand-written requests. */
  readonly operation?: OperationName
  readonly request: WireRequest
  /** Absent when no answer came; then `noAnswer` says what happened instead. */
  readonly response?: WireResponse
  readonly noAnswer?: string
  /** Milliseconds since the scenario began. */
  readonly startedAtMs: number
  readonly durationMs: number
}

/** What a simulated party sends through; never throws for what the other side does, it says so in the exchange. */
export interface Transport {
  exchange(message: {
    readonly from: string
    readonly to: Endpoint
    readonly operation?: OperationName
    readonly request: WireRequest
  }): Promise<Exchange>
}
