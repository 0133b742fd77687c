// A gateway as a process of its own: started, watched until it answers or ends, and stopped for certain.
import { type ChildProcess, spawn } from 'node:child_process'

export interface ProcessOptions {
  readonly command: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly folder: string
  /** Whether the gateway answers on both interfaces. */
  isReady(): Promise<boolean>
  readonly readyWithinMs: number
  /** Waits before `isReady` is asked again. */
  pause(): Promise<void>
}

export interface GatewayProcess {
  /** SIGTERM, then SIGKILL to all that it started; resolves once it has ended. */
  stop(): Promise<void>
}

/** Why a process did not become a gateway: it ended by itself, or it did not answer in time. */
export class NotReady extends Error {
  readonly ended: boolean

  constructor(message: string, ended: boolean) {
    super(message)
    this.name = 'NotReady'
    this.ended = ended
  }
}

/** Time between SIGTERM and SIGKILL, in milliseconds. */
const graceMs = 3_000
/** What is kept of a process's output, in characters. */
const keptOutput = 2_000

/** Starts the command and resolves once it answers; rejects with `NotReady`, and then nothing of it runs any more. */
export async function startProcess(options: ProcessOptions): Promise<GatewayProcess> {
  const { command, env, folder, isReady, readyWithinMs, pause } = options
  const [program = '', ...rest] = command
  const child = spawn(program, rest, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts can be ended with it.
    detached: true,
  })
  const output = lastOutput(child)
  const ending = endOf(child)
  // Should this process end first, whatever the reason, nothing is left behind.
  const kill = () => signalGroup(child, 'SIGKILL')
  process.once('exit', kill)
  const running: GatewayProcess = {
    async stop() {
      await stopped(child, ending)
      process.off('exit', kill)
    },
  }
  const late = AbortSignal.timeout(readyWithinMs)
  while (!(await isReady())) {
    const ended = await Promise.race([ending, pause().then(() => undefined)])
    if (ended === undefined && !late.aborted) continue
    await running.stop()
    const what = ended ?? `did not answer on both interfaces within ${readyWithinMs} ms`
    throw new NotReady(`${what}${saidLast(output())}`, ended !== undefined)
  }
  return running
}

function lastOutput(child: ChildProcess): () => string {
  let text = ''
  const keep = (chunk: unknown) => {
    text = (text + String(chunk)).slice(-keptOutput)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return () => text
}

function saidLast(output: string): string {
  const last = output.trim().split('\n').at(-1)?.trim()
  return last ? `; the last it said: ${last}` : ''
}

/** How the process ended, in words. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve(`could not be started (${error.code ?? error.message})`),
    )
    child.once('exit', (code, signal) => resolve(`ended with ${signal ?? `exit code ${code}`}`))
  })
}

async function stopped(child: ChildProcess, ending: Promise<string>): Promise<void> {
  signalGroup(child, 'SIGTERM')
  const kill = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs)
  await ending
  clearTimeout(kill)
  signalGroup(child, 'SIGKILL')
}

/** Does nothing where the process, or its whole group, is gone. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch {
    // There is no such process any more.
  }
}
