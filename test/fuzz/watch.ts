// Watches over one leg in a process of its own, so that an endless loop, a crash or an exhausted memory is a finding too.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Finding } from './finding.ts'
import type { Tally } from './flow-leg.ts'
import type { Job, Told } from './worker.ts'

/** More than any input may need; what grows without bound ends the process. */
const memoryMb = 512

export interface Outcome {
  readonly inputs: number
  readonly findings: readonly Finding[]
  /** Empty where the leg did not come to its end. */
  readonly tally: Tally
}

export interface WatchOptions {
  /** The file name of the worker, beside this one. */
  readonly worker?: string
  /**
   * Real time that one input may take before the worker counts as hanging. It is long, since a busy machine is no fault
   * of the gateway; work that comes to its end is measured in processor time instead.
   */
  readonly patienceMs?: number
}

export function watch(job: Job, { worker = 'worker.js', patienceMs = 60_000 }: WatchOptions = {}): Promise<Outcome> {
  const { leg, seed } = job
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL(worker, import.meta.url)), {
      execArgv: [`--max-old-space-size=${memoryMb}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const findings: Finding[] = []
    let input: unknown
    let inputs = 0
    let tally: Tally | undefined
    let said = ''
    const hangs = () => {
      findings.push({ what: `no end after ${patienceMs} ms`, leg, seed, input })
      child.kill('SIGKILL')
    }
    let patience: NodeJS.Timeout | undefined
    child.stderr?.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-2_000)
    })
    child.on('message', (told: Told) => {
      clearTimeout(patience)
      patience = setTimeout(hangs, patienceMs)
      if ('trying' in told) {
        input = told.trying
        inputs++
      } else if ('finding' in told) findings.push(told.finding)
      else tally = told.done
    })
    child.once('close', (code, signal) => {
      clearTimeout(patience)
      if (tally === undefined && signal !== 'SIGKILL')
        findings.push({ what: `ended with ${code ?? signal}: ${said}`, leg, seed, input })
      resolve({ inputs, findings, tally: tally ?? {} })
    })
    child.send(job)
  })
}
