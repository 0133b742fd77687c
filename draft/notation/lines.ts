// Single lines that say something by themselves, inside a figure or outside: a request, or a label over an object.

export interface RequestLine {
  readonly method: string
  /** Without the query. */
  readonly path: string
  /** Names and types of what the query carries. */
  readonly query: readonly { readonly name: string; readonly type: string; readonly optional: boolean }[]
}

export interface Label {
  readonly part: 'input' | 'output' | 'query'
  /** What stands behind it on its line. */
  readonly rest: string
}

const methods = 'GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS'
const whole = new RegExp(`^\\s*(?:HTTPS?\\s+)?(${methods})\\s+(/\\S*)(?:\\s+HTTP/[\\d.]+)?\\s*:?\\s*(?://.*|#.*)?$`)
const mentioned = new RegExp(`\\b(?:HTTPS?\\s+)?(${methods})\\s+(/[\\w{}/?&=.~<>:-]*[\\w{}/>])`, 'g')
const labelled = /^\s*([A-Za-z][A-Za-z ]*?)(?:\s*\(.{0,40}?\)|\s+\d{3}(?:\s+[A-Za-z]+)?)?\s*(?:(:)\s*(.*))?$/
const inputs = /^(?:input|request|parameters|arguments|request body|request parameters|body)$/
const outputs = /^(?:output|response|answer|result|returns?|reply|response body)$/
const queries = /^(?:query|query parameters|query string)$/

/** `HTTP GET /apps/{appId}`, with or without `HTTP`, alone on its line. */
export function requestLine(text: string): RequestLine | undefined {
  const [, method, target] = whole.exec(text) ?? []
  return method === undefined || target === undefined ? undefined : requestOf(method, target)
}

/** The requests that a sentence names. */
export function requestsIn(text: string): readonly RequestLine[] {
  return Array.from(text.matchAll(mentioned), ([, method = '', target = '']) => requestOf(method, target))
}

/** `Input:`, `Output (200):`, `Response body`; without a colon only alone on its line. */
export function labelLine(text: string): Label | undefined {
  const [, words = '', colon, rest = ''] = labelled.exec(text) ?? []
  const name = words.trim().toLowerCase()
  const part = inputs.test(name) ? 'input' : outputs.test(name) ? 'output' : queries.test(name) ? 'query' : undefined
  if (part === undefined || (colon === undefined && rest !== '')) return undefined
  return { part, rest }
}

function requestOf(method: string, target: string): RequestLine {
  const [, path = target, query = ''] = /^([^?]*?)(?:\{?\?(.*))?$/.exec(target) ?? []
  return { method, path, query: queryOf(query) }
}

/** `a={a}&b=String`, `[&b={b}]`, and the form of RFC 6570: `{?a,b}`. */
function queryOf(text: string): RequestLine['query'] {
  return Array.from(text.matchAll(/(\[?)[&,?]?([\w.-]+)(?:=([^&,[\]]*))?/g), ([, bracket, name = '', value = '']) => {
    const type = value.replaceAll(/[{}<>]/g, '')
    return { name, type: type === '' || type === name ? 'String' : type, optional: bracket === '[' }
  })
}
