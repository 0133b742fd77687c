// What the commands say on standard error, in which colours, and what they keep for those who debug the suite.
import { renderAnnotations } from '../harness/report/annotations.ts'
import type { Report } from '../harness/report/model.ts'
import type { Log } from '../reference/log.ts'
import { system } from './system.ts'

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

/** Tells GitHub of the findings where the command runs there; its runner reads commands on standard error as well. */
export function annotate(report: Report): void {
  if (process.env['GITHUB_ACTIONS'] === 'true') process.stderr.write(renderAnnotations(report))
}

/** Keeps what an embedded gateway logs to those who debug: a defect of it shows in the report as an answer with 500. */
export const debugLog: Log = (entry) => {
  if (debugging) process.stderr.write(`${JSON.stringify(entry)}\n`)
}

/** What a served gateway logs: a JSON object a line on standard error, with the time it was written. */
export const serveLog: Log = (entry) => {
  const line = JSON.stringify({ time: new Date(system.clock.now()).toISOString(), ...entry })
  process.stderr.write(`${line}\n`)
}

/** Progress on standard error: one line that changes on a terminal, a line now and then elsewhere. */
export class LiveLine {
  private readonly total: number
  private readonly what: string
  private readonly live = process.stderr.isTTY ?? false
  private done = 0

  constructor(total: number, what: string) {
    this.total = total
    this.what = what
  }

  step(state: string, now: string): void {
    this.done++
    const line = `${this.done}/${this.total} ${this.what}${state === '' ? '' : `, ${state}`}`
    if (this.live) process.stderr.write(`\r\u001b[2K${`${line}  ${now}`.slice(0, (process.stderr.columns ?? 80) - 1)}`)
    else if (this.done === this.total || this.done % Math.max(1, Math.ceil(this.total / 5)) === 0) {
      process.stderr.write(`${line}\n`)
    }
  }

  end(): void {
    if (this.live) process.stderr.write('\r\u001b[2K')
  }
}
