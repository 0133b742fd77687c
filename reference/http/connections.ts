// The connections of one interface: how much and how long each may take, whose turn it is, and how all of them end.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** What a client may take of the gateway besides what it asks for; the limits on requests are in `Limits`. */
export interface ConnectionLimits {
  /** How long a client may take to send a whole request, its headers included, or the first octet of one. */
  readonly requestTimeoutMs: number
  /** How long a connection may stay open between two requests. */
  readonly keepAliveTimeoutMs: number
  /** How long nothing at all may pass on a connection while an answer is under way. */
  readonly silenceTimeoutMs: number
  /** Longest request line and headers, together, in bytes. */
  readonly headerBytes: number
  /** How many requests a client may have waiting on one connection for the answer to an earlier one. */
  readonly pipelined: number
  /** How much of a body that is too long is read and thrown away before the connection is cut, in bytes. */
  readonly drainedBytes: number
  /** How long closing waits for answers under way before it cuts their connections. */
  readonly closeTimeoutMs: number
}

export const defaultConnectionLimits: ConnectionLimits = {
  requestTimeoutMs: 20_000,
  keepAliveTimeoutMs: 10_000,
  silenceTimeoutMs: 60_000,
  headerBytes: 16_384,
  pipelined: 256,
  drainedBytes: 16_777_216,
  closeTimeoutMs: 2_000,
}

export interface Connections {
  /** True once closing has begun: what is answered now is the last answer on its connection. */
  isClosing(): boolean
  /**
   * Runs `work` once all earlier work for this connection is done: requests sent without waiting for answers take
   * effect in their order (RFC 9112 section 9.3.2). A client that sends too many ahead loses its connection.
   */
  inTurn(socket: Socket, work: () => Promise<void>): void
  /** Ends what is idle at once and everything else when it is done, or cuts it after `closeTimeoutMs`. */
  close(): Promise<void>
}

/** Follows every connection of a server, from before a TLS handshake to its end. */
export function followConnections(server: Server, limits: ConnectionLimits): Connections {
  const sockets = new Set<Socket>()
  const queues = new WeakMap<Socket, { last: Promise<void>; length: number }>()
  let isClosing = false
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    isClosing: () => isClosing,
    inTurn(socket, work) {
      const queue = queues.get(socket) ?? { last: Promise.resolve(), length: 0 }
      queues.set(socket, queue)
      if (queue.length > limits.pipelined) {
        socket.destroy()
        return
      }
      queue.length++
      queue.last = queue.last.then(async () => {
        if (!socket.destroyed) await work()
        queue.length--
      })
    },
    async close() {
      isClosing = true
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, limits.closeTimeoutMs)
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        // A connection on which nothing has come yet counts as busy for the server, which waits for its first request.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
      })
      clearTimeout(cut)
    },
  }
}
