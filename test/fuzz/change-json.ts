// Changes JSON: a value somewhere in it becomes another, of an odd type, size or depth; members go, or come twice.
import type { Recipe } from './recipe.ts'

/** As text, since some of these no JSON writer would write. */
const oddTexts: readonly string[] = [
  ...['null', 'true', '-1', '0.5', '65536', '9007199254740993', '1e308', '1e999', '-0', '""', '"\\ud800"', '"\\u0000"'],
  ...[
    '[]',
    '{}',
    '[[]]',
    '[null]',
    '{"__proto__":{"a":1}}',
    '{"a":1,"a":2}',
    '"AB=="',
    '"AAAA"',
    '"="',
    "'x'",
    '01',
    '',
  ],
  `"${'x'.repeat(100_000)}"`,
  `"${'A'.repeat(40_000)}"`,
  `${'['.repeat(28)}${']'.repeat(28)}`,
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  `[${'"AAAA",'.repeat(1_001)}"AAAA"]`,
  `[${'0,'.repeat(50_000)}0]`,
  '9'.repeat(20_000),
]

/** Unlike any text in a body, so that its place can be found again. */
const mark = '\u0001here\u0001'

export function changeJson(body: Uint8Array, { kind, place, value }: Recipe): Uint8Array {
  const odd = oddTexts[value % oddTexts.length] ?? ''
  const given = new TextDecoder().decode(body)
  // Depth that an earlier change made is odd enough, and more than could be walked through here.
  if ((given.match(/[[{]/g)?.length ?? 0) > 1_000) return body
  let json: unknown
  try {
    json = JSON.parse(given)
  } catch {
    return Buffer.from(odd)
  }
  const root: Holder = { json }
  const places = placesIn(root)
  const [holder, key] = places[place % places.length] ?? [root, 'json']
  if (kind % 5 === 0 && !Array.isArray(holder)) delete holder[key]
  else holder[key] = mark
  const text = JSON.stringify(root['json']) ?? ''
  if (kind % 5 === 1) return Buffer.from(text.replace(JSON.stringify(mark), `${odd},${JSON.stringify(key)}:${odd}`))
  return Buffer.from(text.replace(JSON.stringify(mark), () => odd))
}

type Holder = Record<string, unknown>

function placesIn(holder: object): [Holder, string][] {
  return Object.entries(holder).flatMap(([key, inner]): [Holder, string][] => [
    [holder as Holder, key],
    ...(typeof inner === 'object' && inner !== null ? placesIn(inner) : []),
  ])
}
