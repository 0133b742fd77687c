// One interface on node:http: makes requests of what comes in on connections, and writes the gateway's answers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { InterfaceName } from '../../spec/operation.ts'
import type { Gateway } from '../gateway.ts'
import { Refusal } from '../refusal.ts'
import { renderRefusal } from './answer.ts'
import { type ConnectionLimits, followConnections } from './connections.ts'
import { type Followed, follow, type Journal, requestIdHeader } from './journal.ts'
import type { GatewayResponse } from './message.ts'
import { announcesTooMuch, drain, receive } from './receive.ts'
import { type Tls, termsOf } from './tls.ts'
import { checkHost, unmetExpectation, unreadable, writeLast } from './unreadable.ts'

interface InterfaceOptions {
  readonly name: InterfaceName
  readonly limits: ConnectionLimits
  readonly tls: Tls | undefined
  readonly journal: Journal | undefined
}

export interface InterfaceServer {
  readonly server: Server
  close(): Promise<void>
}

/** A message, its answer's stream, and what the log follows it by. */
interface Exchange {
  readonly message: IncomingMessage
  readonly response: ServerResponse
  readonly followed: Followed | undefined
}

/** A server that does not listen yet. */
export function createInterfaceServer(gateway: Gateway, options: InterfaceOptions): InterfaceServer {
  const { name, limits, journal } = options
  const server = serverOf(options)
  const connections = followConnections(server, limits)
  /** Connections whose present request is answered and whose body is not wanted. */
  const draining = new WeakSet<Socket>()

  const send = ({ response, followed }: Exchange, answer: GatewayResponse) => {
    const headers: string[] = []
    for (const [header, value] of answer.headers) headers.push(header, value)
    if (followed) headers.push(requestIdHeader, followed.requestId)
    const last = connections.isClosing() && !answer.headers.some(([header]) => header === 'connection')
    if (last) headers.push('connection', 'close')
    followed?.answered(answer)
    response.writeHead(answer.status, headers)
    response.end(answer.body)
  }
  /** Answers without having read the body; what still comes of it is thrown away, as far as that is worth it. */
  const sendEarly = (exchange: Exchange, answer: GatewayResponse) => {
    const { message } = exchange
    draining.add(message.socket)
    message.once('end', () => draining.delete(message.socket))
    send(exchange, answer)
    drain(message, limits.drainedBytes)
  }
  const answer = async (exchange: Exchange): Promise<void> => {
    const { message, followed } = exchange
    try {
      checkHost(message)
      const request = await receive(message, gateway.limits.bodyBytes)
      send(exchange, await gateway[name](followed ? { ...request, requestId: followed.requestId } : request))
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason
      const refusal = { ...renderRefusal(reason), about: { code: reason.code } }
      // Somebody who waits to be told to go on sends no body, so what comes next could not be told from one.
      if (message.headers.expect !== undefined) refusal.headers.push(['connection', 'close'])
      sendEarly(exchange, refusal)
    }
  }
  const take = (message: IncomingMessage, response: ServerResponse, early?: GatewayResponse): void => {
    const followed = journal && follow(journal, name, { message, response })
    const exchange = { message, response, followed }
    connections.inTurn(message.socket, () =>
      // A client that hung up in the middle of its body gets no answer, and there is nothing else to do about it.
      (early ? Promise.resolve(sendEarly(exchange, early)) : answer(exchange)).catch(() => void response.destroy()),
    )
  }

  server.on('request', (message: IncomingMessage, response: ServerResponse) => take(message, response))
  server.on('checkContinue', (message: IncomingMessage, response: ServerResponse) => {
    if (!announcesTooMuch(message, gateway.limits.bodyBytes)) response.writeContinue()
    take(message, response)
  })
  server.on('checkExpectation', (message: IncomingMessage, response: ServerResponse) =>
    take(message, response, unmetExpectation()),
  )
  const giveUp = (code: string, socket: Socket): void => {
    // Who is gone has left nothing to read; a request of theirs that is under way has an entry of its own.
    if (code === 'ECONNRESET' || !socket.writable || draining.has(socket)) {
      socket.destroy()
      return
    }
    const last = unreadable(code)
    if (journal) {
      const requestId = journal.ids()
      journal.log({ event: 'unreadable', requestId, interfaceName: name, reason: code, status: last.status })
      last.headers.push([requestIdHeader, requestId])
    }
    writeLast(socket, last)
  }
  server.on('clientError', (reason: NodeJS.ErrnoException, socket: Socket) => giveUp(reason.code ?? '', socket))
  server.on('connect', (_message: IncomingMessage, socket: Socket) => giveUp('CONNECT', socket))
  return { server, close: () => connections.close() }
}

function serverOf({ name, limits, tls }: InterfaceOptions): Server {
  const { requestTimeoutMs } = limits
  const settings = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(requestTimeoutMs, 1_000),
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    maxHeaderSize: limits.headerBytes,
    // A missing Host is refused by us, so that its answer is a problem document as well.
    requireHostHeader: false,
  }
  const server = tls
    ? createTlsServer({ ...settings, handshakeTimeout: requestTimeoutMs, ...termsOf(tls, name) })
    : createServer(settings)
  server.timeout = limits.silenceTimeoutMs
  // Else a client that closes its side after its request would lose an answer that takes a moment.
  return Object.assign(server, { httpAllowHalfOpen: true })
}
