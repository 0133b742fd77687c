// Results on their way to the parent: every process appends to a file of its own, one line of JSON for each result.
import { appendFileSync, createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredResult } from '../report/model.ts'
import { type Plan, titleOf } from './plan.ts'

/** Who writes: a worker of the runner by its index, or the reporter. */
export type Writer = number | typeof reporter

/** Writes of tests that ended without a result. */
export const reporter = 'reporter'

/** Appends a result; whatever becomes of this process afterwards, the parent will find it. */
export function keepResult({ resultsFolder }: Plan, writer: Writer, result: StoredResult): void {
  appendFileSync(join(resultsFolder, fileOf(writer)), `${JSON.stringify(result)}\n`)
}

function fileOf(writer: Writer): string {
  return writer === reporter ? 'reporter.ndjson' : `worker-${writer}.ndjson`
}

/** The results of a run, read while it goes on. */
export interface KeptResults {
  /** What was kept since the last call. */
  more(): Promise<StoredResult[]>
  /**
   * All that was read, in the order of the plan. A story that the runner gave up may have come to its end all the same
   * while its worker was stopped: then what the reporter said of it stands, because that was shown and acted on.
   */
  inOrder(checks: Plan['checks']): StoredResult[]
}

export function keptResults({ resultsFolder }: Pick<Plan, 'resultsFolder'>): KeptResults {
  /** How many octets of a file have been read. */
  const read = new Map<string, number>()
  const told = new Map<string, StoredResult>()
  const given = new Map<string, StoredResult>()
  return {
    async more() {
      const found: StoredResult[] = []
      for (const file of await readdir(resultsFolder)) {
        const from = read.get(file) ?? 0
        const lines = await wholeLines(join(resultsFolder, file), from)
        read.set(file, from + lines.length)
        for (const line of lines.toString('utf8').split('\n').slice(0, -1)) {
          const result = JSON.parse(line) as StoredResult
          const known = file === fileOf(reporter) ? given : told
          known.set(titleOf(result), result)
          found.push(result)
        }
      }
      return found
    },
    inOrder: (checks) => checks.flatMap((check) => given.get(titleOf(check)) ?? told.get(titleOf(check)) ?? []),
  }
}

/** From an offset on, the lines that are whole; the last one may still be being written, or its process was ended. */
async function wholeLines(path: string, from: number): Promise<Buffer> {
  const octets: Buffer[] = []
  for await (const chunk of createReadStream(path, { start: from })) octets.push(chunk as Buffer)
  const whole = Buffer.concat(octets)
  return whole.subarray(0, whole.lastIndexOf('\n') + 1)
}
