// Octets on a socket: HTTP that is nearly right, or not at all; the gateway answers or hangs up, and goes on serving.
import { connect } from 'node:net'
import fc, { type Arbitrary } from 'fast-check'
import { listen } from '../../reference/http/listen.ts'
import { appId, register, startTrial } from '../../reference/trial.test.kit.ts'
import { methods, oddHeaders, oddSegments, oddValues } from './change-request.ts'
import { timed } from './finding.ts'
import type { LegOptions, Tally } from './flow-leg.ts'

/** What is right nearly always, so that most of what is sent gets past the parser. */
const nearly = <T>(right: Arbitrary<T>, wrong: Arbitrary<T>) =>
  fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: wrong })
const lineEnd = nearly(fc.constant('\r\n'), fc.constantFrom('\n', '\r', ''))
const method = nearly(
  fc.constantFrom('GET', 'GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'),
  fc.constantFrom(...methods),
)
const target = fc.oneof(
  fc.constantFrom('/healthz', '/openapi.json', '/apps', `/apps/${appId}/clients?tag=t`, `/apps/${appId}/clients`, '*'),
  fc
    .array(fc.constantFrom('apps', appId, 'clients', ...oddSegments), { maxLength: 6 })
    .map((parts) => `/${parts.join('/')}`),
  fc.constantFrom(...oddValues).map((value) => `/apps/${appId}/clients?tag=${value}`),
  fc.constantFrom('http://a/healthz', 'http://[::1', '//healthz', 'a:b@c', '/a b', '/\u0000', '/é'),
)
const version = nearly(fc.constant('HTTP/1.1'), fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'http/1.1', ''))
const header = nearly(
  fc.constantFrom('Content-Type: application/json', 'Accept: */*', 'Expect: 100-continue', 'X: y', 'Upgrade: h2c'),
  fc.oneof(
    fc.constantFrom(
      'Transfer-Encoding: gzip, chunked',
      'Transfer-Encoding: x',
      'Content-Length: -1',
      'Content-Length: 5',
    ),
    fc.constantFrom('Content-Length: 99999999999999999999', 'Expect: x', ' folded', ': nameless', 'X', 'Host: b'),
    fc.constantFrom('Connection: close', 'Connection: Upgrade', `X: ${'x'.repeat(20_000)}`, 'X: \u0000', 'X: é'),
    fc.constantFrom(...oddHeaders).map(([name, value]) => `${name}: ${value}`),
  ),
)
const whole = (text: string) => `Content-Length: ${text.length}\r\n\r\n${text}`
const chunked = (text: string) => `Transfer-Encoding: chunked\r\n\r\n${text}`
/** The end of the headers, and a body with its length. */
const body = nearly(
  fc.oneof(
    fc.constant('\r\n'),
    fc.constantFrom('{"clientHandle":"alice\\u0001"}', '{"clientHandle":"bob","tags":["t"]}', '[]', '{').map(whole),
    fc.constantFrom('5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n', '5;x=y\r\nabcde\r\n0\r\nT: v\r\n\r\n').map(chunked),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => whole(Buffer.from(bytes).toString('latin1'))),
  ),
  fc.oneof(
    fc.constantFrom('fffffffff\r\n', '-1\r\n', '5\r\nab', '0\r\n').map(chunked),
    fc.constantFrom('Content-Length: 100\r\n\r\n{', 'Content-Length: 2000000\r\n\r\n', '', '\r\n\r\n\r\n', '\u0000'),
  ),
)
const headers = fc.array(fc.tuple(header, lineEnd), { maxLength: 4 })
const message = fc.tuple(method, target, version, headers, body).map(([verb, path, of, lines, rest]) => {
  const given = lines.map(([line, ending]) => line + ending).join('')
  return `${verb} ${path} ${of}\r\nHost: a\r\nAuthorization: Bearer token-1\r\n${given}${rest}`
})
const octets: Arbitrary<Buffer> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(message, { minLength: 1, maxLength: 4 }).map((all) => Buffer.from(all.join(''), 'latin1')),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(message, fc.nat(400)).map(([text, end]) => Buffer.from(text.slice(0, end), 'latin1')),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)) },
)

/** Each input on a connection of its own, which is then closed on the client's side. */
export async function rawLeg({ seed, inputs, begin, found }: LegOptions): Promise<Tally> {
  const tally: Tally = {}
  const trial = await startTrial('2023-03-17')
  await register(trial, 'carol', ['t'])
  const anyPort = { host: '127.0.0.1', port: 0 }
  const at = await listen(trial.gateway, { internal: anyPort, external: anyPort })
  const drawn = fc.sample(octets, { seed, numRuns: inputs })
  for (const [index, sent] of drawn.entries()) {
    const input = { on: index % 2 === 0 ? 'internal' : 'external', octets: sent.toString('base64') }
    begin(input)
    const ask = async () => statusesIn(await converse(index % 2 === 0 ? at.internal : at.external, sent))
    const { value: first, fault } = await timed(ask)
    // The end of a connection may overtake an answer on its way: only who says nothing twice says nothing.
    const statuses = first.length === 0 && !asksNothing(sent) ? await ask() : first
    const told = asksNothing(sent) ? 'nothing asked, nothing answered' : 'no answer'
    for (const status of statuses.length === 0 ? [told] : statuses) tally[status] = (tally[status] ?? 0) + 1
    const failure = statuses.find((status) => status.startsWith('5'))
    const what =
      failure !== undefined ? `status ${failure}` : statuses.length === 0 && !asksNothing(sent) ? told : fault
    if (what !== undefined) found({ what, leg: 'raw', seed, input })
  }
  const { status } = await fetch(`${at.internal}/healthz`)
  if (status !== 200) found({ what: `health ${status} after all`, leg: 'raw', seed, input: 'all of them' })
  await at.close()
  for (const entry of trial.log)
    if (entry.event === 'defect')
      found({ what: entry.reason, leg: 'raw', seed, input: 'see the finding of status 500' })
  return tally
}

/** Empty lines before a request are passed over (RFC 9112 section 2.2); where no request follows there is nothing to answer. */
function asksNothing(sent: Uint8Array): boolean {
  return sent.every((octet) => octet === 0x0d || octet === 0x0a)
}

const statusesIn = (received: string) =>
  [...received.matchAll(/^HTTP\/1\.1 (\d\d\d)/gm)].map(([, status = '']) => status)

/** Sends octets and the end of the connection, and gives what came back before its other end. */
function converse(url: string, sent: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' })
    let received = ''
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text
    })
    // A gateway may hang up on what it cannot read while that is still being sent.
    socket.on('error', () => {})
    socket.once('close', () => resolve(received))
    socket.end(sent)
  })
}
