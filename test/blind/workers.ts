// The worker processes of the blind measure: starts them, asks them, and ends them all when the measure is interrupted.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Order } from './worker.ts'

const workerFile = fileURLToPath(new URL('./worker.js', import.meta.url))
/** What a worker sends now and then, as long as it comes to it. */
export const alive = 'alive'
/** A process that gives no sign of life for so long is caught in an endless loop, in milliseconds. */
const longestMs = 30_000
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
      worker.off('message', hear)
      worker.off('exit', ended)
      resolve(answer)
    }
    const hear = (message: unknown) => {
      if (message === alive) watch.refresh()
      else end(message)
    }
    const ended = () => end(undefined)
    const watch = setTimeout(() => worker.kill('SIGKILL'), longestMs)
    worker.on('message', hear)
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
