// The words of a sentence as a comparison sees them.

export interface Word {
  /** As written. */
  readonly text: string
  /** Without punctuation, quotes and capitals; the words of BCP 14 keep theirs. */
  readonly key: string
  /** What stands between it and the next word. */
  readonly gap: string
}

const binding = /^(?:MUST|SHALL|REQUIRED|SHOULD|RECOMMENDED|MAY|OPTIONAL|NOT)$/

const light = new Set(
  (
    'a an the this that these those which who whose it its they their them he she his her there here is are was were be been ' +
    'being do does did has have had can could may might must shall should will would of to in on at by for from with ' +
    'without into as and or but nor so if when then than also each any all some such other not no only same above ' +
    'below following MUST SHALL SHOULD MAY NOT REQUIRED RECOMMENDED OPTIONAL'
  ).split(' '),
)

/** Whether a word carries a sentence rather than its matter. */
export function isLight(part: string): boolean {
  return light.has(part)
}

/** The words of a text; a run of words joined by hyphens is several. */
export function wordsIn(text: string): readonly Word[] {
  const pieces = text.trim().split(/(\s+|(?<=\p{L})[-‐‑–—](?=\p{L}))/u)
  return pieces.flatMap((word, index) => {
    const key = index % 2 === 0 ? keyOf(word) : ''
    return key === '' ? [] : [{ text: word, key, gap: pieces[index + 1] ?? ' ' }]
  })
}

export function keysIn(text: string): readonly string[] {
  return wordsIn(text).map(({ key }) => key)
}

function keyOf(word: string): string {
  const plain = word.replaceAll(/[‘’]/g, "'").replaceAll(/["“”`]/g, '')
  const bare = plain.replace(/^(?:(?![-+<>=≤≥]+\d)[^\p{L}\p{N}])+/u, '').replace(/[^\p{L}\p{N}]+$/u, '')
  // What has neither letter nor digit may still say something: a sign in a list of signs, a comparison.
  if (bare === '') return plain.replace(/[,.;:]+$/, '').replace(/^['-]+$|^[–—*_()]+$/, '') || sign(plain)
  return binding.test(bare) ? bare : bare.toLowerCase()
}

/** A colon or comma in quotes is a sign that is spoken of, not punctuation. */
function sign(plain: string): string {
  return /^[,.;:]{2,}$/.test(plain) ? plain.slice(0, 1) : ''
}

/** The parts of a text's words, small and in the singular: `keyPoolIds` has key, pool and id. */
export function partsIn(text: string): readonly string[] {
  return wordsIn(text).flatMap(({ text: word, key }) => (binding.test(key) ? [key] : partsOfWord(word)))
}

function partsOfWord(word: string): readonly string[] {
  const apart = word
    .replaceAll(/['’]s\b/g, '')
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  const parts = apart.match(/[\p{L}\p{N}]+/gu) ?? [keyOf(word)]
  return parts.map((part) => singular(part.toLowerCase()))
}

function singular(part: string): string {
  if (part === 'an') return 'a'
  if (part.length < 4 || /(?:ss|us|is)$/.test(part)) return part
  return part.endsWith('ies') ? `${part.slice(0, -3)}y` : part.replace(/s$/, '')
}
