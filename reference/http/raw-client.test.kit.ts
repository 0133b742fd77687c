// A client for tests that is only a socket: it sends octets, well or badly, and shows what comes back.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { LogEntry } from '../log.ts'
import { startTrial, type Trial } from '../trial.test.kit.ts'
import type { ConnectionLimits } from './connections.ts'
import { type Listening, listen } from './listen.ts'

export interface RawClient {
  readonly socket: Socket
  send(octets: string | Uint8Array): void
  /** Resolves with all that has come once it has this in it; rejects where the connection ends before. */
  said(pattern: RegExp): Promise<string>
  /** All that came until the gateway ended the connection. */
  ended(): Promise<string>
}

export async function rawClient(url: string): Promise<RawClient> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {})
  socket.on('end', () => socket.end())
  let received = ''
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await once(socket, 'connect')
  return {
    socket,
    send: (octets) => void socket.write(octets),
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(received)) resolve(received)
        }
        socket.on('data', look)
        closed.then(() => reject(new Error(`the connection ended without ${pattern}: ${received}`)))
        look()
      }),
    ended: async () => {
      await closed
      return received
    },
  }
}

/** A gateway on real ports, its log, and a way to wait for an entry in it. */
export interface Scene {
  readonly trial: Trial
  readonly at: Listening
  readonly log: readonly LogEntry[]
  /** Resolves once the log has that many entries. */
  logged(count: number): Promise<readonly LogEntry[]>
}

export interface SceneOptions extends Partial<ConnectionLimits> {
  /** Takes the place of the trial's gateway on the internal interface. */
  readonly internal?: (trial: Trial) => Trial['gateway']['internal']
  readonly bodyBytes?: number
}

/** Sets a scene of edition 2023-03-17, lets `work` play in it, and clears it. */
export async function onPorts(options: SceneOptions, work: (scene: Scene) => Promise<void>): Promise<void> {
  const { internal, bodyBytes = 1_000, ...limits } = options
  const trial = await startTrial('2023-03-17', { limits: { bodyBytes } })
  const log: LogEntry[] = []
  const waiting = new Set<() => void>()
  let requests = 0
  const journal = {
    clock: trial.clock,
    ids: () => `request-${++requests}`,
    log: (entry: LogEntry) => {
      log.push(entry)
      for (const look of waiting) look()
    },
  }
  const gateway = { ...trial.gateway, ...(internal && { internal: internal(trial) }) }
  const anyPort = { host: '127.0.0.1', port: 0 }
  const at = await listen(gateway, { internal: anyPort, external: anyPort, journal, ...limits })
  const logged = (count: number) =>
    new Promise<readonly LogEntry[]>((resolve) => {
      const look = () => {
        if (log.length >= count) resolve(log)
      }
      waiting.add(look)
      look()
    })
  try {
    await work({ trial, at, log, logged })
  } finally {
    await at.close()
  }
}

/** A promise and what resolves it. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
