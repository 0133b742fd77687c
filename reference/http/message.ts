// Request and answer as they cross the gateway's seam: raw, before any reading and after all writing.
import type { RefusalCode } from '../refusal.ts'

export type Headers = readonly (readonly [name: string, value: string])[]

export interface GatewayRequest {
  readonly method: string
  /** The request target as it came, percent-encoding and dot segments untouched. */
  readonly target: string
  readonly headers: Headers
  readonly body: Uint8Array
  /** In TLS mode: the domains in the client's certificate, once its path was found valid; empty for any other client. */
  readonly certifiedDomains?: readonly string[]
  /** What the request is called in the log. */
  readonly requestId?: string
}

/** What an answer is about, in words that tell nobody's secrets. */
export interface About {
  /** The template of the path. */
  readonly route?: string
  readonly code?: RefusalCode
}

export interface GatewayResponse {
  readonly status: number
  readonly headers: [string, string][]
  readonly body: Uint8Array
  /** For the log alone; nothing of it goes on the wire. */
  readonly about?: About
}

/** All values of the header `name`, given in lower case. */
export function headerValues(headers: Headers, name: string): string[] {
  const values: string[] = []
  for (const [candidate, value] of headers)
    if (candidate.length === name.length && candidate.toLowerCase() === name) values.push(value)
  return values
}
