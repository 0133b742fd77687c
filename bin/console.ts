// What the commands say on standard error, in which colours, and what they keep for those who debug the suite.
import type { Log } from '../reference/log.ts'

const debugging = (process.env['MIMI_DEBUG'] ?? '') !== ''
const issues = 'please report it with the output of the same command under MIMI_DEBUG=1'

/** Whether colours are wanted on a stream: a terminal, unless NO_COLOR is set (no-color.org). */
export function wantsColor(stream: { isTTY?: boolean }): boolean {
  if ((process.env['NO_COLOR'] ?? '') !== '') return false
  return stream.isTTY ?? false
}

/** One line about a defect of ours; the details only where they are asked for. */
export function debugText(what: string, details: string): string {
  return debugging ? `${what}\n${details}\n` : `mimi-conformance: ${what}: ${issues}\n`
}

/** Keeps what an embedded gateway logs to those who debug: a defect of it shows in the report as an answer with 500. */
export const debugLog: Log = (entry) => {
  if (debugging) process.stderr.write(`${JSON.stringify(entry)}\n`)
}
