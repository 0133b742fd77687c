// Takes credentials out of everything a report keeps.

/** Replaces every known credential in a text. */
export type Redact = (text: string) => string

const mark = '[redacted]'
const credentialHeaders = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie'])

/** Knows each token as it is, percent-encoded, inside a JSON string and in Base64. */
export function redactor(tokens: Iterable<string>): Redact {
  const forms = [...new Set(tokens)].flatMap((token) => [
    token,
    encodeURIComponent(token),
    JSON.stringify(token).slice(1, -1),
    Buffer.from(token).toString('base64'),
  ])
  const longestFirst = [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length)
  const shortest = longestFirst.at(-1)?.length ?? 0
  // Most texts, names and values of headers, are too short to hold any.
  return (text) =>
    text.length < shortest ? text : longestFirst.reduce((said, form) => said.replaceAll(form, mark), text)
}

/** A header as a report shows it: of a credential only the scheme is left. */
export function redactHeader([name, value]: readonly [string, string], redact: Redact): [string, string] {
  if (!credentialHeaders.has(name.toLowerCase())) return [redact(name), redact(value)]
  const scheme = /^(?:Basic|Bearer|Digest|DPoP|Negotiate)(?=\s)/i.exec(value)?.[0]
  return [name, scheme === undefined ? mark : `${scheme} ${mark}`]
}
