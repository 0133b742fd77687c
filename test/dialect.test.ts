// A gateway that speaks otherwise than the wire profile, as its target file says, is judged as the one that does not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { against, type InProcess } from '../bin/in-process.ts'
import { referenceGateway } from '../bin/reference-target.ts'
import { appliesTo, execute } from '../harness/execute.ts'
import { loadScenarios } from '../harness/load.ts'
import type { Result } from '../harness/result.ts'
import type { Dialect } from '../harness/transport/dialect.ts'
import type { GatewayHandlers } from '../harness/transport/in-process.ts'
import type { Parts } from '../reference/gateway.ts'
import type { WireRequest } from '../simulator/exchange.ts'
import { randomFrom } from '../simulator/random.ts'
import type { EditionId } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'

type Ask = GatewayHandlers['internal']

/** The reference gateway behind a translator: what a vendor's gateway with this dialect would take. */
function foreign(edition: EditionId, spoken: Dialect): InProcess {
  const made = against(edition, (instance, surroundings) => {
    const random = randomFrom(`dialect/${edition}/${instance.domains.join()}`)
    const open = (parts: Parts): Parts => (spoken.authentication === 'none' ? withoutCredentials(parts) : parts)
    const gateway = referenceGateway(instance, {
      ...surroundings,
      outbound: (to, request) => surroundings.outbound(to, asPeer(spoken, request)),
      random: (length) => random.bytes(length),
      ids: () => random.uuid(),
      log: () => {},
      alter: open,
    })
    const handles = new Map<string, string>()
    const understanding =
      (ask: Ask): Ask =>
      (request) =>
        ask(request).then((answer) => answer)
    return {
      internal: translating(spoken, understanding(gateway.internal), handles),
      external: translating(spoken, gateway.external, handles),
    }
  })
  return { ...made, execution: { ...made.execution, target: { ...made.execution.target, dialect: spoken } } }
}

/** A request between two gateways of this vendor; group ids and welcomes do not occur in what is asked here. */
function asPeer({ pathPrefix = '', getInput }: Dialect, request: WireRequest): WireRequest {
  const [path = '', query] = request.target.split('?', 2)
  if (getInput !== 'body' || query === undefined) return { ...request, target: pathPrefix + request.target }
  const body = JSON.stringify(Object.fromEntries(new URLSearchParams(query)))
  return { ...request, target: pathPrefix + path, body: new TextEncoder().encode(body) }
}

function withoutCredentials(parts: Parts): Parts {
  const { authorisation } = parts
  return {
    ...parts,
    authorisation: {
      ...authorisation,
      authenticate: () => ({ kind: 'operator' }),
      admit: () => {},
      permit: () => {},
      mayEnter: () => true,
    },
  }
}

function translating(spoken: Dialect, ask: Ask, handles: Map<string, string>): Ask {
  return async (request) => {
    let { target, body } = request
    if (spoken.pathPrefix) {
      // What does not begin with the prefix is not there.
      target = target.startsWith(`${spoken.pathPrefix}/`) ? target.slice(spoken.pathPrefix.length) : '/not-there'
    }
    const [path = '', query] = target.split('?', 2)
    const segments = path.split('/')
    if (spoken.getInput === 'body' && request.method === 'GET') {
      if (query !== undefined) target = '/not-there'
      else if (body.length > 0) {
        const members: Record<string, unknown> = JSON.parse(new TextDecoder().decode(body))
        target = `${path}?${new URLSearchParams(Object.entries(members).map(([name, value]): [string, string] => [name, String(value)]))}`
        body = new Uint8Array()
      }
    }
    if (spoken.groupId && segments[3] === 'groups' && segments[4] !== undefined) {
      const raw = decodeURIComponent(segments[4])
      const form = spoken.groupId === 'text' ? 'utf8' : spoken.groupId
      const bytes = Buffer.from(raw, form)
      target = target.replace(`/groups/${segments[4]}`, `/groups/${bytes.toString('base64url')}`)
    }
    if (spoken.welcomePath === 'clientId' && segments[5] === 'welcome-msgs') {
      const handle = handles.get(segments[4] ?? '')
      target = target.replace(`/clients/${segments[4]}/`, `/clients/${handle ?? 'nobody-of-that-id'}/`)
    }
    const response = await ask({ ...request, target, body })
    learn(request.method, { path, body, response: response.body }, handles)
    return response
  }
}

interface Seen {
  readonly path: string
  readonly body: Uint8Array
  readonly response: Uint8Array
}

function learn(method: string, { path, body, response }: Seen, handles: Map<string, string>): void {
  if (method !== 'POST' || !path.endsWith('/clients')) return
  try {
    const { clientHandle } = JSON.parse(new TextDecoder().decode(body))
    const { clientId } = JSON.parse(new TextDecoder().decode(response))
    const isBase64 = Buffer.from(clientHandle, 'base64').toString('base64') === clientHandle
    const handle = isBase64 ? Buffer.from(clientHandle, 'base64').toString('utf8') : clientHandle
    if (clientId !== undefined) handles.set(clientId, encodeURIComponent(handle))
  } catch {
    // A registration that was meant to be refused.
  }
}

const loaded = await loadScenarios()
const dialects: [string, Dialect][] = [
  ['a prefix before every path', { pathPrefix: '/mimi/v1' }],
  ['the input of a GET in a body', { getInput: 'body' }],
  ['group ids in hexadecimal', { groupId: 'hex' }],
  ['group ids in Base64', { groupId: 'base64' }],
  ['welcomes by client id', { welcomePath: 'clientId' }],
  ['no credentials', { authentication: 'none' }],
]
const areas = /^(client-discovery|key-package-retrieval|proposals|control-messages|joining|gateway-access|capability)\//

async function judged(edition: EditionId, spoken: Dialect): Promise<Result[]> {
  const { execution, close } = foreign(edition, spoken)
  const results: Result[] = []
  for (const one of loaded.filter((scenario) => areas.test(scenario.name) && appliesTo(scenario, editions[edition])))
    results.push(await execute(one, execution))
  await close()
  return results
}

for (const [what, spoken] of dialects) {
  test(`${what}: nothing fails, and what cannot be asked says so`, async () => {
    const results = await judged('2023-03-17', spoken)
    const bad = results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable')
    assert.deepEqual(
      bad.map(({ scenario, verdict, summary }) => [scenario, verdict, summary]),
      [],
    )
    assert.ok(results.filter(({ verdict }) => verdict === 'pass').length > 60)
  })
}

test('a gateway whose dialect was not declared does not pass for one that speaks the profile', async () => {
  const { execution, close } = foreign('2023-03-17', { pathPrefix: '/mimi/v1' })
  const [one] = loaded.filter(({ name }) => name === 'client-registration/handle-unique')
  assert.ok(one)
  const undeclared = { ...execution, target: { ...execution.target, dialect: {} } }
  assert.equal((await execute(one, undeclared)).verdict, 'inconclusive')
  await close()
})
