// Names for values that only the gateway decides, so that two runs with one seed read alike: clientId#1, keyQueueId#2.
import type { Exchange } from '../simulator/exchange.ts'
import type { Mismatch } from './result.ts'

const made = /"(clientId|keyQueueId)"\s*:\s*"([^"]{1,256})"/g

/** The values a gateway made up in these exchanges, each with its name by order of appearance. */
export function gatewayMade(exchanges: readonly Exchange[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const { response } of exchanges) {
    if (!response) continue
    for (const [, member = '', value = ''] of new TextDecoder().decode(response.body).matchAll(made)) {
      if (names.has(value)) continue
      const count = (counts.get(member) ?? 0) + 1
      counts.set(member, count)
      names.set(value, `${member}#${count}`)
    }
  }
  return names
}

/** Says a text with names in place of gateway-made values, and evidence names in place of exchange ids. */
export function named(text: string, values: ReadonlyMap<string, string>): string {
  let said = text
  for (const [value, name] of values) said = said.replaceAll(value, name)
  return said
}

/** A mismatch in terms a reader knows: `again.status` instead of `e7.status`. */
export function namedMismatch(
  { expected, actual, at }: Mismatch,
  values: ReadonlyMap<string, string>,
  evidence: ReadonlyMap<string, string>,
): Mismatch {
  const place = at.replace(/^e\d+/, (id) => (evidence.has(id) ? `${evidence.get(id)} (${id})` : id))
  return { expected: named(expected, values), actual: named(actual, values), at: place }
}
