// Answers that the suite itself gives where it stands in for a gateway.
import { type ProblemCode, problemStatus, problemType } from '../spec/profile/problems.ts'
import type { WireResponse } from './exchange.ts'

/** A JSON body under the content type of the wire profile. */
export function jsonResponse(status: number, value: unknown): WireResponse {
  return textResponse(status, 'application/json', JSON.stringify(value))
}

/** A problem document with the status that belongs to its code (wire profile, section 3). */
export function problemResponse(code: ProblemCode, detail: string): WireResponse {
  const status = problemStatus[code]
  const problem = { type: problemType(code), title: code.replaceAll('-', ' '), status, detail }
  return textResponse(status, 'application/problem+json', JSON.stringify(problem))
}

function textResponse(status: number, type: string, text: string): WireResponse {
  return { status, headers: [['content-type', type]], body: new TextEncoder().encode(text) }
}
