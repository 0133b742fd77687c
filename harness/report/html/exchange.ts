// One exchange in the HTML report: who asked whom, and both sides decoded as far as they can be.
import { describeMessage } from '../../../mls/message.ts'
import { type Markup, markup } from '../markup.ts'
import type { StoredExchange } from '../model.ts'
import { duration } from '../words.ts'

/** How many characters are shown of a body and of one string in it; report.json has the whole. */
interface Extent {
  readonly body: number
  readonly string: number
}

export const inFull: Extent = { body: 6_000, string: 6_000 }
/** Structure is what is read here: of a long string, an MLS object as a rule, the beginning says enough. */
export const inShort: Extent = { body: 2_000, string: 120 }

type Side = StoredExchange['request'] | NonNullable<StoredExchange['response']>

/** `names` are those under which the judge knows this exchange. */
export function renderExchange(exchange: StoredExchange, names: readonly string[], extent: Extent): Markup {
  const { id, from, to, request, response, noAnswer, durationMs } = exchange
  const status = response ? String(response.status) : 'no answer'
  return markup`<details class="exchange">
<summary><span>${id}</span><b>${request.method}</b><code>${request.path}</code>
<span class="who">${names.length > 0 && markup`<mark>${names.join(', ')}</mark> `}${from} → ${to}, ${duration(durationMs)}</span>
<span class="status">${status}</span></summary>
<div class="sides"><div><h4>Request</h4>${renderSide(request, `${request.method} ${request.path}`, extent)}</div>
<div><h4>Answer</h4>${
    response
      ? renderSide(response, `HTTP ${response.status}`, extent)
      : markup`<p>No answer: ${noAnswer ?? 'unknown'}</p>`
  }</div></div></details>
`
}

function renderSide(side: Side, firstLine: string, extent: Extent): Markup {
  const headers = side.headers.map(([name, value]) => `${name}: ${value}`)
  return markup`<pre class="headers">${[firstLine, ...headers].join('\n')}</pre>${renderBody(side, extent)}`
}

function renderBody({ body, bodyEncoding }: Side, extent: Extent): Markup | undefined {
  if (body === '') return undefined
  const json = bodyEncoding === 'utf8' ? parsed(body) : undefined
  const text = json === undefined ? body : laidOut(body, extent.string)
  const cut = text.length > extent.body
  const packets = json === undefined ? [] : mlsMessages(json)
  return markup`<pre>${cut ? text.slice(0, extent.body) : text}${
    cut && `… (${text.length} characters; the whole body is in report.json)`
  }</pre>${bodyEncoding === 'base64' && markup`<p>Octets that are not text, shown in Base64.</p>`}${packets.map(
    ({ at, summary }) => markup`<h4>MLS message in ${at}</h4><pre>${summary}</pre>`,
  )}`
}

/** Nothing a gateway means is nested deeper or longer than this; what is, is shown as it came. */
const readableDepth = 64
const readableCharacters = 200_000

function parsed(body: string): unknown {
  if (body.length > readableCharacters || nesting(body) > readableDepth) return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/**
 * JSON with line breaks and indentation, token by token: a member that stands there twice is shown twice. Strings longer
 * than `shownString` characters are cut.
 */
function laidOut(json: string, shownString: number): string {
  let depth = 0
  let last = ''
  let text = ''
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const closes = token === '}' || token === ']'
    if (closes) depth--
    const opened = last === '{' || last === '['
    const empty = opened && closes
    if (!empty && (opened || closes || last === ',')) text += `\n${'  '.repeat(depth)}`
    text += token === ':' ? ': ' : shortened(token, shownString)
    if (token === '{' || token === '[') depth++
    last = token
  }
  return text
}

function shortened(token: string, shown: number): string {
  return token.length > shown ? `${token.slice(0, shown)}…" (${token.length - 2} characters)` : token
}

/** At least as deep as the text is nested: brackets inside strings count too. */
function nesting(text: string): number {
  let deepest = 0
  let depth = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    if (bracket === '{' || bracket === '[') deepest = Math.max(deepest, ++depth)
    else depth--
  }
  return deepest
}

const mlsMembers = new Set([
  'packet',
  'commitPacket',
  'welcomePacket',
  'welcome',
  'groupInfo',
  'keyPackage',
  'keyPackages',
  'finalKey',
  'messages',
])
const describedPerBody = 12

/** The MLS messages inside a JSON body, by the members that the wire gives them, each in a few words. */
function mlsMessages(json: unknown): { at: string; summary: string }[] {
  const found: { at: string; summary: string }[] = []
  const visit = (value: unknown, at: string, member: string): void => {
    if (found.length >= describedPerBody) return
    if (typeof value === 'string' && mlsMembers.has(member)) {
      const summary = JSON.stringify(describeMessage(new Uint8Array(Buffer.from(value, 'base64'))), undefined, 1)
      found.push({ at, summary: summary.replace(/\n\s*/g, ' ') })
    } else if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) visit(one, `${at}[${index}]`, member)
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) visit(one, at === '' ? name : `${at}.${name}`, name)
    }
  }
  visit(json, '', '')
  return found
}
