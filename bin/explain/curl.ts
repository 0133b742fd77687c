// A scenario as requests that can be typed: it is told once to a reference gateway in this process and written down.
import { restoreEvidence } from '../../harness/evidence.ts'
import { execute } from '../../harness/execute.ts'
import type { LoadedScenario } from '../../harness/load.ts'
import { gatewayMade } from '../../harness/names.ts'
import type { Result } from '../../harness/result.ts'
import type { Exchange } from '../../simulator/exchange.ts'
import type { Edition } from '../../spec/edition.ts'
import type { InstanceFile } from '../../spec/profile/instance.ts'
import { againstReference } from '../in-process.ts'
import { plainForTerminal } from '../plain.ts'

/** Octets beyond this many characters of Base64 say nothing to a reader. */
const longest = 48
/** Of a longer body only the beginning is shown. */
const longestBody = 400

/** One request of a story. */
export interface Step {
  /** A curl command, and behind it as a comment what the reference gateway answers. */
  readonly lines: readonly string[]
  /** What the judge calls the answer, and what it is to the verdict; absent on the way to the situation. */
  readonly role?: string
}

/** The requests of the story in their order, the same on every run. */
export async function curlStory(loaded: LoadedScenario, edition: Edition): Promise<Step[]> {
  const { instances, execution, close } = againstReference(edition.id)
  const result = await execute(loaded, execution)
  await close()
  const { exchanges } = result
  // What gateways send each other is their own doing.
  const own = instances.flatMap(({ domains }) => domains.map((domain) => `gateway ${domain}`))
  const typed = exchanges.filter(({ from }) => !own.includes(from))
  const words = [
    ...instances.flatMap(variables),
    ...applications(typed),
    ...[...gatewayMade(exchanges)].map(([value, name]) => madeName(value, name)),
  ]
  const readable = (text: string) =>
    plainForTerminal(shortened(words.reduce((said, [value, name]) => said.replaceAll(value, name), text)))
  const roles = rolesOf(loaded, result, edition)
  return typed.map((exchange) => {
    const role = roles.get(exchange.id)
    return { lines: curl(exchange, readable), ...(role !== undefined && { role }) }
  })
}

/** What each exchange is to the verdict, found out by watching which evidence judge and controls look at. */
function rolesOf({ scenario }: LoadedScenario, { evidence, exchanges }: Result, edition: Edition): Map<string, string> {
  const restored = restoreEvidence(evidence, exchanges, edition)
  const namesSeenBy = (look: (seen: typeof restored) => unknown): Set<string> => {
    const names = new Set<string>()
    const get = (all: typeof restored, name: string) => {
      names.add(name)
      return all[name]
    }
    look(new Proxy(restored, { get }))
    return names
  }
  const twins = namesSeenBy((seen) => scenario.controls?.(seen))
  const judged = namesSeenBy((seen) => scenario.judge(seen))
  const roles = new Map<string, string>()
  for (const [name, reference] of Object.entries(evidence)) {
    const role = twins.has(name) ? 'control twin' : judged.has(name) ? 'judged' : undefined
    if (role === undefined || 'fact' in reference) continue
    const ids = 'exchange' in reference ? [reference.exchange] : reference.exchanges
    for (const id of ids) roles.set(id, `${role} (${name})`)
  }
  return roles
}

/** Variables of the first domain have plain names, those of others end with the domain's first letter. */
function ofDomain(name: string, domain = ''): string {
  return domain.startsWith('a.') ? `$${name}` : `$${name}_${domain.slice(0, 1).toUpperCase()}`
}

function variables({ domains, operatorToken, applicationServers, peers }: InstanceFile): [string, string][] {
  const [domain] = domains
  return [
    [operatorToken, ofDomain('OPERATOR', domain)],
    ...applicationServers.map(({ name, token }): [string, string] => [
      token,
      ofDomain(name.toUpperCase().replaceAll('-', '_'), domain),
    ]),
    ...peers.flatMap(({ domain: peer, receiveToken }): [string, string][] => {
      const name = ofDomain(`${(peer.split('.')[0] ?? '').toUpperCase()}_GATEWAY`, domain)
      return receiveToken === undefined ? [] : [[receiveToken, name]]
    }),
  ]
}

/** Applications that have an id as it should be: `$APP`, `$APP2`, … in order of appearance. */
function applications(typed: readonly Exchange[]): [string, string][] {
  const version4 = /^\/apps\/([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})/
  const ids = new Set(typed.flatMap(({ request }) => version4.exec(request.target)?.[1] ?? []))
  return [...ids].map((id, index) => [id, index === 0 ? '$APP' : `$APP${index + 1}`])
}

function madeName(value: string, name: string): [string, string] {
  return [value, `$${name.replace('#', '')}`]
}

function curl({ id, to, request, response, noAnswer }: Exchange, readable: (text: string) => string): string[] {
  const [domain, side = ''] = to.split(' ')
  const base = ofDomain(side.toUpperCase(), domain)
  const method = request.method === 'GET' ? '' : ` -X ${request.method}`
  const headers = request.headers.map(([name, value]) => ` \\\n    -H ${quoted(readable(`${name}: ${value}`))}`)
  const shown = (body: Uint8Array) => cut(readable(new TextDecoder().decode(body)))
  const body = request.body.length > 0 ? ` \\\n    -d ${quoted(shown(request.body))}` : ''
  const answer = response ? `${response.status} ${shown(response.body)}`.trimEnd() : `no answer (${noAnswer})`
  return [
    `curl --path-as-is${method} "${base}${cut(readable(request.target))}"${headers.join('')}${body}`,
    `  # ${id} answers ${answer}`,
  ]
}

/** In single quotes, with variables of ours outside of them so that a shell fills them in. */
function quoted(text: string): string {
  if (/^authorization: Bearer \$\w+$/i.test(text)) return `"${text}"`
  return `'${text.replaceAll("'", "'\\''").replaceAll(/\$(?:clientId\d+|keyQueueId\d+|APP\d*)/g, (name) => `'${name}'`)}'`
}

function shortened(text: string): string {
  return text.replace(/[A-Za-z0-9+/]{49,}={0,2}/g, (run) => `${run.slice(0, longest / 2)}…`)
}

function cut(text: string): string {
  return text.length > longestBody ? `${text.slice(0, longestBody)}…` : text
}
