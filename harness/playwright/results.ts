// Results on their way to the parent: every process appends to a file of its own, one line of JSON for each result.
import { appendFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
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

/**
 * Every result that was kept, in the order of the plan. A story that the runner gave up may have come to its end all the
 * same while its worker was stopped: then what the reporter said of it stands, because that was shown and acted on.
 */
export async function readResults({
  resultsFolder,
  checks,
}: Pick<Plan, 'resultsFolder' | 'checks'>): Promise<StoredResult[]> {
  const files = await readdir(resultsFolder)
  const last = fileOf(reporter)
  const inOrder = [...files.filter((file) => file !== last), ...files.filter((file) => file === last)]
  const found = new Map<string, StoredResult>()
  for (const file of inOrder)
    for (const result of wholeLines(await readFile(join(resultsFolder, file), 'utf8')))
      found.set(titleOf(result), result)
  return checks.flatMap((check) => found.get(titleOf(check)) ?? [])
}

/** The last line may have been cut off when its process was ended. */
function wholeLines(text: string): StoredResult[] {
  const lines = text.split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as StoredResult)
}
