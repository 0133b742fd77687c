// Worker processes of the kill matrix, each busy with one subject at a time.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Interruption } from '../../harness/playwright/run.ts'
import type { Met } from './matrix.ts'
import type { Subject } from './subjects.ts'
import type { Reply } from './worker.ts'

const workerFile = fileURLToPath(new URL('./worker.js', import.meta.url))
/** A subject that keeps a worker busy for longer hangs, in milliseconds. */
const longestMs = 300_000

export interface PoolOptions {
  readonly workers: number
  readonly full: boolean
  readonly stop: Interruption
  onMet(met: Met): void
}

/** Has every subject meet the suite; resolves in the order of the subjects, or with `undefined` where it was stopped. */
export async function meetAll(subjects: readonly Subject[], options: PoolOptions): Promise<Met[] | undefined> {
  // Mutants are the short ones: with them at the end all workers end together.
  const waiting = subjects.toSorted((one, other) => Number(one.kind === 'mutant') - Number(other.kind === 'mutant'))
  const met = new Map<string, Met>()
  const children = new Set<ChildProcess>()
  let stopped = false
  const forget = options.stop.onStop(() => {
    stopped = true
    for (const child of children) child.kill('SIGKILL')
  })
  const work = async (): Promise<void> => {
    let worker: ChildProcess | undefined
    for (let subject = waiting.shift(); subject && !stopped; subject = waiting.shift()) {
      worker ??= await startWorker(children)
      const one = await order(worker, subject, options.full)
      if (worker.exitCode !== null || worker.killed) worker = undefined
      if (stopped) break
      met.set(nameOf(subject), one)
      options.onMet(one)
    }
    worker?.disconnect()
  }
  try {
    await Promise.all(Array.from({ length: Math.min(options.workers, subjects.length) }, work))
  } finally {
    forget()
  }
  return stopped ? undefined : subjects.flatMap((subject) => met.get(nameOf(subject)) ?? [])
}

function nameOf({ kind, id }: Subject): string {
  return `${kind} ${id}`
}

async function startWorker(children: Set<ChildProcess>): Promise<ChildProcess> {
  const child = fork(workerFile, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  await new Promise<void>((resolve) => {
    child.once('message', () => resolve())
    child.once('exit', () => resolve())
  })
  return child
}

/** What the worker says of a subject; nothing where the worker ends or hangs over it. */
async function order(worker: ChildProcess, subject: Subject, full: boolean): Promise<Met> {
  const said = await new Promise<Reply['said']>((resolve) => {
    const end = (found: Reply['said']) => {
      clearTimeout(watch)
      worker.removeAllListeners('message')
      worker.removeListener('exit', gone)
      resolve(found)
    }
    const gone = () => end([])
    const watch = setTimeout(() => {
      worker.kill('SIGKILL')
      gone()
    }, longestMs)
    worker.once('exit', gone)
    worker.once('message', (reply) => end((reply as Reply).said))
    worker.send({ name: nameOf(subject), full }, (error) => error && gone())
  })
  return { subject, said }
}
