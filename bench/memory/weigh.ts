// A process that fills a gateway, and says what it weighs at two sizes: `node --expose-gc weigh.js <filling as JSON>`.
import { setImmediate } from 'node:timers/promises'
import { system } from '../../bin/system.ts'
import { makeKeyPackage } from '../../mls/key-package.ts'
import { loadSuite } from '../../mls/suite.ts'
import { appPath, type Measured, startMeasured } from '../gateway.ts'

export interface Filling {
  readonly kind: 'client' | 'key package'
  readonly less: number
  readonly more: number
}

export interface Weighed {
  /** Bytes with `less` and with `more` of the kind. */
  readonly light: number
  readonly heavy: number
  /** Bytes of what one of them is made of: id, handle and tag, or the message. */
  readonly wireBytes: number
}

/** Clients that own the key packages. */
const owners = 10

async function bytes(): Promise<number> {
  for (let times = 0; times < 4; times++) {
    globalThis.gc?.()
    await setImmediate()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function weighClients({ less, more }: Filling): Promise<Weighed> {
  const { parts, application } = await startMeasured()
  let wireBytes = 0
  const fill = async (from: number, to: number): Promise<number> => {
    for (let index = from; index < to; index++) {
      const handle = new TextEncoder().encode(`client-${index}`)
      const tag = `team-${Math.floor(index / 10)}`
      const { id } = parts.clients.register(application, handle, [tag])
      wireBytes += id.length + handle.length + tag.length
      if (index % 10_000 === 0) await setImmediate()
    }
    return bytes()
  }
  const light = await fill(0, less)
  return { light, heavy: await fill(less, more), wireBytes: wireBytes / more }
}

async function weighPackages({ less, more }: Filling): Promise<Weighed> {
  const measured = await startMeasured()
  const suite = await loadSuite(1, system.random)
  const now = BigInt(Math.floor(system.clock.now() / 1000))
  const lifetime = { notBefore: now - 3600n, notAfter: now + 86_400n }
  const queues: { path: string; keyPackages: string[] }[] = []
  let wireBytes = 0
  for (let owner = 0; owner < owners; owner++) {
    const clients = `${appPath}/clients`
    const { clientId } = await ask(measured, 'POST', clients, { clientHandle: `owner-${owner}`, tags: [] })
    const attributes = { protocolVersion: 1, cipherSuite: 1, appLabel: '' }
    const { keyQueueId } = await ask(measured, 'POST', `${clients}/${clientId}/queues`, attributes)
    const path = `${clients}/${clientId}/queues/${keyQueueId}`
    const identity = new TextEncoder().encode(`owner-${owner}`)
    const keyPackages: string[] = []
    // All are made before anything is weighed: what their makers remember of them is not the gateway's.
    for (let count = 0; count < more / owners; count++) {
      const { message } = await makeKeyPackage({ identity, suite, lifetime })
      wireBytes += message.length
      keyPackages.push(Buffer.from(message).toString('base64'))
    }
    queues.push({ path, keyPackages })
  }
  const fill = async (from: number, to: number): Promise<number> => {
    for (const { path, keyPackages } of queues)
      await ask(measured, 'PATCH', path, { keyPackages: keyPackages.slice(from, to), isReset: false })
    return bytes()
  }
  const light = await fill(0, less / owners)
  return { light, heavy: await fill(less / owners, more / owners), wireBytes: wireBytes / more }
}

async function ask(measured: Measured, method: string, target: string, json: object): Promise<Record<string, unknown>> {
  const { status, body } = await measured.gateway.internal({
    method,
    target,
    headers: [
      ['authorization', `Bearer ${measured.token}`],
      ['content-type', 'application/json'],
    ],
    body: new TextEncoder().encode(JSON.stringify(json)),
  })
  const answer = JSON.parse(new TextDecoder().decode(body))
  if (status > 299) throw new Error(`${method} ${target}: expected a 2xx answer, was ${status} (${answer.detail})`)
  return answer
}

const filling = JSON.parse(process.argv[2] ?? '') as Filling
const weighed = await (filling.kind === 'client' ? weighClients(filling) : weighPackages(filling))
process.send?.(weighed)
process.disconnect()
