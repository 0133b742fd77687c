// What a peer does in place of answering as it should: other statuses, JSON and MLS objects, bodies that are wrong, huge or
// never end, connections that are closed. It is a real server around the true answers, since most of this no function can do.

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import fc, { type Arbitrary } from 'fast-check'
import type { GatewayResponse } from '../../reference/gateway.ts'
import { changeBytes } from './change-bytes.ts'
import { changeJson } from './change-json.ts'
import { changeObject, objectsIn } from './change-request.ts'
import { type Recipe, recipe } from './recipe.ts'

const changed = ['json', 'octets', 'objects', 'status', 'headers'] as const
const broken = [
  'closed',
  'cut',
  'silent',
  'huge',
  'endless',
  'no http',
  'long length',
  'short length',
  'chunks',
] as const

export interface Mischief {
  readonly what: 'none' | (typeof changed)[number] | (typeof broken)[number]
  readonly status: number
  readonly recipe: Recipe
}

const what = fc.oneof(
  // Catching up takes several answers in a row, so most of them are true.
  { weight: 30, arbitrary: fc.constant('none' as const) },
  { weight: 12, arbitrary: fc.constantFrom('json' as const, 'objects', 'octets', 'objects', 'json') },
  { weight: 4, arbitrary: fc.constantFrom('status' as const, 'headers') },
  // Two of these wait for a time to be over, so they are rare.
  { weight: 4, arbitrary: fc.constantFrom(...broken.filter((one) => one !== 'silent' && one !== 'long length')) },
  { weight: 1, arbitrary: fc.constantFrom('silent' as const, 'long length') },
)
const statuses = [100, 101, 103, 200, 201, 202, 204, 206, 301, 304, 307, 400, 401, 403, 404, 405, 409, 412, 413, 415]
const status = fc.constantFrom(...statuses, 418, 422, 428, 429, 500, 501, 502, 503, 504, 599, 999, 99, 0)
const mischief: Arbitrary<Mischief> = fc.record({ what, status, recipe })

export function drawMischief(seed: number, count: number): Mischief[] {
  return fc.sample(mischief, { seed, numRuns: count })
}

export interface MischievousServer {
  readonly url: string
  close(): Promise<void>
}

/** Gives every request, by its number in `x-number`, to `answer`, and does with that what is to be done. */
export async function serveMischief(
  answer: (number: number) => Promise<{ readonly mischief: Mischief; readonly truth: GatewayResponse }>,
): Promise<MischievousServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).once('close', () => sockets.delete(socket))
    let head = ''
    let isAnswered = false
    socket.on('data', async (chunk) => {
      if (isAnswered) return
      head += chunk.toString('latin1')
      const [, number] = /\r\nx-number: (\d+)\r\n/i.exec(head) ?? []
      if (number === undefined) return
      isAnswered = true
      const { mischief: done, truth } = await answer(Number(number))
      misbehave(socket, done, truth)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

const seen: Uint8Array[] = []

function misbehave(socket: Socket, { what: done, status: odd, recipe: how }: Mischief, truth: GatewayResponse): void {
  seen.push(...objectsIn(truth.body))
  seen.splice(0, Math.max(0, seen.length - 200))
  const body = bodyOf(done, how, truth.body)
  const length = done === 'long length' ? body.length + 10 : done === 'short length' ? body.length >> 1 : body.length
  const lines = [
    `HTTP/1.1 ${done === 'status' ? odd : truth.status} Said`,
    ...truth.headers.filter(([name]) => name !== 'content-length').map(([name, value]) => `${name}: ${value}`),
    ...(done === 'headers' ? oddLines(how) : []),
  ]
  const framing = done === 'endless' || done === 'chunks' ? 'transfer-encoding: chunked' : `content-length: ${length}`
  const head = `${[...lines, framing, 'connection: close'].join('\r\n')}\r\n\r\n`
  switch (done) {
    case 'closed':
      return void socket.destroy()
    case 'silent':
      return
    case 'no http':
      return void socket.end(Buffer.concat([Buffer.from('SSH-2.0-x\r\n'), body]))
    case 'cut':
      return void socket.end(
        Buffer.concat([Buffer.from(head), body]).subarray(0, 1 + (how.place % (head.length + body.length))),
      )
    case 'chunks':
      return void socket.end(`${head}5\r\nabc\r\nzz\r\n`)
    case 'endless':
      socket.write(head)
      again(socket)
      return
    default:
      // What is said to be longer than it is leaves whoever reads it waiting.
      socket.write(Buffer.concat([Buffer.from(head), body]))
      if (done !== 'long length') socket.end()
  }
}

function bodyOf(done: Mischief['what'], how: Recipe, body: Uint8Array): Uint8Array {
  switch (done) {
    case 'json':
      return changeJson(body, how)
    case 'octets':
      return changeBytes(body, how, seen)
    case 'objects':
      return changeObject(body, how, seen)
    case 'huge':
      return Buffer.alloc(300_000, how.kind % 2 === 0 ? '[' : 'x')
    default:
      return body
  }
}

const chunk = Buffer.from(`4000\r\n${' '.repeat(0x4000)}\r\n`)

/** Writes for as long as somebody reads. */
function again(socket: Socket): void {
  if (socket.destroyed) return
  socket.write(chunk, () => setImmediate(() => again(socket)))
}

function oddLines({ kind }: Recipe): string[] {
  const lists = [
    ['content-type: text/html'],
    ['content-encoding: gzip'],
    ['location: http://127.0.0.1:1/'],
    [`x: ${'y'.repeat(20_000)}`],
    ['content-length: 3'],
    Array.from({ length: 3_000 }, (_, at) => `x-${at}: y`),
    ['x\u0000: y'],
    ['set-cookie: a=b', 'retry-after: 999999999'],
  ]
  return lists[kind % lists.length] ?? []
}
