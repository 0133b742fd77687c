// Puts a gateway on two real ports: one server for each interface, which start and end together.
import type { AddressInfo } from 'node:net'
import type { Gateway } from '../gateway.ts'
import { type ConnectionLimits, defaultConnectionLimits } from './connections.ts'
import { createInterfaceServer, type InterfaceServer } from './interface-server.ts'
import type { Journal } from './journal.ts'
import type { Tls } from './tls.ts'

interface Address {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
}

export interface ListenOptions extends Partial<ConnectionLimits> {
  readonly internal: Address
  readonly external: Address
  /** TLS mode: both interfaces speak HTTPS, and clients of the external one are asked for a certificate. */
  readonly tls?: Tls | undefined
  /** Where each request is told of; without one there is no log of them, and no request ids. */
  readonly journal?: Journal | undefined
}

export interface Listening {
  /** Base URL of the internal interface, without a slash at its end. */
  readonly internal: string
  readonly external: string
  /** Stops accepting, lets answers under way finish for `closeTimeoutMs`, ends all connections and frees both ports. */
  close(): Promise<void>
}

/** Listens on both interfaces; rejects with an Error whose message is one line if one of them cannot be had. */
export async function listen(gateway: Gateway, options: ListenOptions): Promise<Listening> {
  const internal = await open('internal', gateway, options)
  try {
    const external = await open('external', gateway, options)
    return {
      internal: internal.url,
      external: external.url,
      close: async () => {
        await Promise.all([internal.close(), external.close()])
      },
    }
  } catch (reason) {
    await internal.close()
    throw reason
  }
}

interface Opened extends Pick<InterfaceServer, 'close'> {
  readonly url: string
}

async function open(name: 'internal' | 'external', gateway: Gateway, options: ListenOptions): Promise<Opened> {
  const { tls, journal } = options
  const limits = { ...defaultConnectionLimits, ...options }
  const { server, close } = createInterfaceServer(gateway, { name, limits, tls, journal })
  const { host, port } = options[name]
  await new Promise<void>((resolve, reject) => {
    server.once('error', (reason: NodeJS.ErrnoException) => {
      const why = reason.code === 'EADDRINUSE' ? 'the port is in use' : reason.message
      reject(new Error(`cannot listen on ${host}:${port} for the ${name} interface: ${why}`, { cause: reason }))
    })
    server.listen(port, host, resolve)
  })
  const bound = server.address() as AddressInfo
  const authority = `${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`
  return { url: `${tls ? 'https' : 'http'}://${authority}`, close }
}
