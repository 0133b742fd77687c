// The client of the comparison: it writes finished requests and reads no more of an answer than it has to, so that the
// server is what holds the rate down. (A full HTTP client costs more than the bare server does.)
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Connections that stay open, each with one request under way at most. */
export interface Lanes {
  /** Sends every request once; rejects where an answer is not a 2xx. */
  send(requests: readonly Buffer[]): Promise<void>
  close(): void
}

export async function openLanes(port: number, connections: number): Promise<Lanes> {
  const sockets = Array.from({ length: connections }, () => connect({ port, host: '127.0.0.1', noDelay: true }))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  return {
    async send(requests) {
      let next = 0
      const take = () => requests[next++]
      await Promise.all(sockets.map((socket) => runLane(socket, take)))
    },
    close() {
      for (const socket of sockets) socket.destroy()
    },
  }
}

function runLane(socket: Socket, take: () => Buffer | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = ''
    const end = (finish: () => void) => {
      socket.removeAllListeners('data').removeAllListeners('close')
      finish()
    }
    const sendNext = () => {
      const request = take()
      if (request === undefined) end(resolve)
      else socket.write(request)
    }
    socket.on('close', () => end(() => reject(new Error('the server closed the connection'))))
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      if (!isWhole(received)) return
      const status = received.slice(9, 12)
      if (status.startsWith('2')) {
        received = ''
        sendNext()
      } else end(() => reject(new Error(`expected a 2xx answer, was ${received}`)))
    })
    sendNext()
  })
}

/** Both servers say how long their answers are. */
function isWhole(received: string): boolean {
  const head = received.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, head))?.[1]
  return received.length >= head + 4 + Number(length)
}

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly target: string
  readonly json?: object
}

/** A request as it goes over the wire. */
export function written({ method, target, json }: Asked, token: string): Buffer {
  const body = json === undefined ? '' : JSON.stringify(json)
  const head = [`${method} ${target} HTTP/1.1`, 'host: 127.0.0.1', `authorization: Bearer ${token}`]
  if (body !== '') head.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`)
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
