// The worker processes of the blind measure: starts them, asks them, and ends them all when the measure is interrupted.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Order } from './worker.ts'

const workerFile = fileURLToPath(new URL('./worker.js', import.meta.url))
/** A gateway that keeps the suite busy for longer hangs, in milliseconds. */
const longestMs = 240_000
const running = new Set<ChildProcess>()

export async function startWorker(): Promise<ChildProcess> {
  const worker = fork(workerFile, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  running.add(worker)
  worker.once('exit', () => running.delete(worker))
  await new Promise<void>((resolve, reject) => {
    const ended = () => reject(new Error('a worker of the blind measure ended before it began'))
    worker.once('exit', ended)
    worker.once('message', () => {
      worker.off('exit', ended)
      resolve()
    })
  })
  return worker
}

/** The worker's answer; undefined where it ends or hangs over the question. */
export function ask(worker: ChildProcess, order: Order): Promise<unknown> {
  return new Promise((resolve) => {
    const end = (answer: unknown) => {
      clearTimeout(watch)
      worker.off('message', end)
      worker.off('exit', ended)
      resolve(answer)
    }
    const ended = () => end(undefined)
    const watch = setTimeout(() => worker.kill('SIGKILL'), longestMs)
    worker.once('message', end)
    worker.once('exit', ended)
    worker.send(order)
  })
}

/** Lets a worker go that has answered; one that has ended already is left alone. */
export function release(worker: ChildProcess | undefined): void {
  if (worker?.connected) worker.disconnect()
}

/** Ends every worker, also one that is caught in an endless loop. */
export function endWorkers(): void {
  for (const worker of running) worker.kill('SIGKILL')
}
