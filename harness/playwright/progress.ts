// Progress of a run on standard error: one line that changes on a terminal, a line now and then elsewhere.
import { writeSync } from 'node:fs'
import { createColors } from 'picocolors'
import type { Verdict } from '../result.ts'
import type { Plan, PlannedCheck } from './plan.ts'

/** The parent's standard error, which it hands to the runner under this number. */
export const progressDescriptor = 3

export class Progress {
  private readonly total: number
  private readonly options: Plan['progress']
  private readonly colors: ReturnType<typeof createColors>
  private done = 0
  private failed = 0
  private undecided = 0

  constructor({ checks, progress }: Plan) {
    this.total = checks.length
    this.options = progress
    this.colors = createColors(progress.color)
  }

  show({ edition, scenario }: PlannedCheck, verdict: Verdict): void {
    this.done++
    if (verdict === 'fail') this.failed++
    if (verdict === 'error' || verdict === 'inconclusive') this.undecided++
    const failed = this.failed > 0 ? `, ${this.colors.red(`${this.failed} failed`)}` : ''
    const undecided = this.undecided > 0 ? `, ${this.colors.yellow(`${this.undecided} undecided`)}` : ''
    const line = `${this.done}/${this.total} checks${failed}${undecided}`
    if (this.options.live) {
      const room = this.options.columns - line.length - 4
      const now = `${edition} ${scenario}`
      write(`\r\u001b[2K${line}${room > 12 ? `  ${this.colors.dim(now.slice(0, room))}` : ''}`)
    } else if (this.done === this.total || this.done % Math.max(1, Math.ceil(this.total / 5)) === 0) write(`${line}\n`)
  }

  end(): void {
    if (this.options.live) write('\r\u001b[2K')
  }
}

function write(text: string): void {
  try {
    writeSync(progressDescriptor, text)
  } catch {
    // Nobody reads progress any more; the run goes on.
  }
}
