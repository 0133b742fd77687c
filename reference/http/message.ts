// Request and answer as they cross the gateway's seam: raw, before any reading and after all writing.

export type Headers = readonly (readonly [name: string, value: string])[]

export interface GatewayRequest {
  readonly method: string
  /** The request target as it came, percent-encoding and dot segments untouched. */
  readonly target: string
  readonly headers: Headers
  readonly body: Uint8Array
  /** In TLS mode: the domains in the client's certificate, once its path was found valid; empty for any other client. */
  readonly certifiedDomains?: readonly string[]
}

export interface GatewayResponse {
  readonly status: number
  readonly headers: [string, string][]
  readonly body: Uint8Array
}

/** All values of the header `name`, given in lower case. */
export function headerValues(headers: Headers, name: string): string[] {
  return headers.filter(([candidate]) => candidate.toLowerCase() === name).map(([, value]) => value)
}
