// Runs the compiled command line as a process of its own, in a folder of its own, for tests of what it does there.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { referenceGateway, referenceInstance } from '../bin/reference-target.ts'
import { newToken, system } from '../bin/system.ts'
import type { Parts } from '../reference/gateway.ts'
import { listen } from '../reference/http/listen.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'

const command = fileURLToPath(new URL('../bin/mimi-conformance.js', import.meta.url))

export interface Ended {
  /** The signal's name where one ended it. */
  readonly code: number | string
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Resolves once standard output or error has this in it; rejects where the process ends before. */
  said(pattern: RegExp): Promise<string>
}

export interface Place {
  /** Working directory of every command; temporary files go to `scratch` beside it. */
  readonly folder: string
  readonly scratch: string
  start(...args: readonly string[]): Started
  run(...args: readonly string[]): Promise<Ended>
  remove(): Promise<void>
}

/** A fresh folder to run commands in. */
export async function makePlace(): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), 'mimi-commands-'))
  const [folder, scratch] = [await mkdtemp(join(root, 'work-')), await mkdtemp(join(root, 'scratch-'))]
  const start = (...args: readonly string[]) => startIn(folder, scratch, args)
  return {
    folder,
    scratch,
    start,
    run: (...args) => start(...args).ended,
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

function startIn(cwd: string, scratch: string, args: readonly string[]): Started {
  const env = { ...process.env, TMPDIR: scratch, MIMI_DEBUG: '' }
  const child = spawn(process.execPath, [command, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk)
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 'unknown', stdout, stderr }))
  })
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (pattern.test(stdout) || pattern.test(stderr)) resolve(stdout + stderr)
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.on('close', () => reject(new Error(`ended without saying ${pattern}: ${stdout}${stderr}`)))
      look()
    })
  return { child, ended, said }
}

/** Every process that descends from one, itself left out. */
export function descendantsOf(root: number | undefined): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number | undefined): number[] =>
    pairs.flatMap(([pid = 0, of]) => (of === parent ? [pid, ...below(pid)] : []))
  return below(root)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export interface Running {
  readonly instance: InstanceFile
  close(): Promise<void>
}

export interface Fault {
  alter?(parts: Parts): Parts
  /** Called before each request on either interface. */
  onRequest?(close: () => void): void
}

/** A gateway of edition 2023-03-17 on real ports in this process, faulty where asked for. */
export async function runGateway({ alter, onRequest }: Fault = {}): Promise<Running> {
  const instance = referenceInstance({ edition: '2023-03-17', domain: 'a.example' }, newToken)
  const gateway = referenceGateway(instance, { ...system, log: () => {}, ...(alter && { alter }) })
  const watched = {
    ...gateway,
    internal: (request: Parameters<typeof gateway.internal>[0]) => {
      onRequest?.(() => void listening.close())
      return gateway.internal(request)
    },
  }
  const options = { internal: instance.internal, external: instance.external, closeTimeoutMs: 1 }
  const listening = await listen(watched, options)
  const port = (url: string) => ({ host: '127.0.0.1', port: Number(new URL(url).port) })
  return {
    instance: { ...instance, internal: port(listening.internal), external: port(listening.external) },
    close: () => listening.close(),
  }
}
