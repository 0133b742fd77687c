// A scenario as requests that can be typed: it is told once to a reference gateway in this process and written down.
import { execute } from '../harness/execute.ts'
import type { LoadedScenario } from '../harness/load.ts'
import { gatewayMade } from '../harness/names.ts'
import type { Exchange } from '../simulator/exchange.ts'
import type { Edition } from '../spec/edition.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { againstReference } from './in-process.ts'

/** Octets beyond this many characters of Base64 say nothing to a reader. */
const longest = 48

/** One curl command for each request of the story, with what the reference gateway answers behind it. */
export async function curlStory(loaded: LoadedScenario, edition: Edition): Promise<string[]> {
  const { instances, execution, close } = againstReference(edition.id)
  const { exchanges } = await execute(loaded, execution)
  await close()
  // What gateways send each other is their own doing.
  const own = instances.flatMap(({ domains }) => domains.map((domain) => `gateway ${domain}`))
  const typed = exchanges.filter(({ from }) => !own.includes(from))
  const words = [
    ...instances.flatMap(variables),
    ...[...gatewayMade(exchanges)].map(([value, name]) => madeName(value, name)),
  ]
  const readable = (text: string) => words.reduce((said, [value, name]) => said.replaceAll(value, name), text)
  return typed.flatMap((exchange) => curl(exchange).map((line) => shortened(readable(line))))
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

function madeName(value: string, name: string): [string, string] {
  return [value, `$${name.replace('#', '')}`]
}

function curl({ id, to, request, response, noAnswer }: Exchange): string[] {
  const [domain, side = ''] = to.split(' ')
  const base = ofDomain(side.toUpperCase(), domain)
  const method = request.method === 'GET' ? '' : ` -X ${request.method}`
  const headers = request.headers.map(([name, value]) => ` \\\n    -H ${quoted(`${name}: ${value}`)}`).join('')
  const body = request.body.length > 0 ? ` \\\n    -d ${quoted(new TextDecoder().decode(request.body))}` : ''
  const answer = response ? `${response.status} ${new TextDecoder().decode(response.body)}` : `no answer (${noAnswer})`
  return [`curl --path-as-is${method} "${base}${request.target}"${headers}${body}`, `  # ${id} answers ${answer}`]
}

/** In double quotes where a variable of ours has to be seen, else in single ones. */
function quoted(text: string): string {
  if (/^authorization: Bearer /i.test(text)) return `"${text}"`
  return `'${text.replaceAll("'", "'\\''")}'`
}

function shortened(text: string): string {
  return text.replace(/[A-Za-z0-9+/]{49,}={0,2}/g, (run) => `${run.slice(0, longest / 2)}…`)
}
