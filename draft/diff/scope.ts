// What a rewording does to the force and the reach of a sentence: its BCP 14 words, conditions, exceptions, subject.
import { keyWordsIn, levelOfAll } from '../key-words.ts'
import type { Sentence } from '../model.ts'
import type { Aspect, LevelChange, ScopeChange } from './model.ts'
import type { Replacement } from './runs.ts'

const markers: readonly (readonly [Aspect, RegExp])[] = [
  ['exception', /\b(?:unless|except(?:ing)?|excluding|other than|apart from|but not)\b/],
  [
    'condition',
    /\b(?:if|when|whenever|where|while|until|once|after|before|only|provided (?:that )?|as long as|in case|otherwise|else|depending|without|during)\b|\bfor (?:\S+ ){0,4}(?:that|which|who|whose|using|with)\b/,
  ],
  ['negation', /\b(?:not|no|never|none|neither|nor|cannot|non|nothing|nobody)\b|n't\b/i],
  [
    'quantity',
    /\b(?:all|any|each|every|some|both|either|exactly|at (?:least|most)|more than|less than|fewer|one|two|three|four|five|several|multiple|single|most|first|last)\b|(?<![\w.])\d+(?![\w.])/,
  ],
]

/** Whether a word is one of those that limit what a sentence says: never a term that somebody renames. */
export function isMarker(word: string): boolean {
  return markers.some(([, pattern]) => pattern.test(word))
}

const strength: Readonly<Record<string, number>> = { MUST: 3, SHOULD: 2, MAY: 1 }

/** How the force changed, or undefined where the BCP 14 words are the same; a split sentence may repeat its word. */
export function levelChange(was: readonly Sentence[], now: readonly Sentence[]): LevelChange | undefined {
  const single = was.length === 1 && now.length === 1
  const before = wordsOf(was, single)
  const after = wordsOf(now, single)
  if (before.join() === after.join()) return undefined
  return {
    from: before.join(', ') || 'none',
    to: after.join(', ') || 'none',
    effect: effectOf(was, now, [before, after]),
  }
}

function wordsOf(sentences: readonly Sentence[], single: boolean): readonly string[] {
  const words = sentences.flatMap(({ keyWords }) => keyWords)
  return single ? words : [...new Set(words)].sort()
}

function effectOf(
  was: readonly Sentence[],
  now: readonly Sentence[],
  [before, after]: readonly [readonly string[], readonly string[]],
): LevelChange['effect'] {
  if (before.length === 0) return 'gained'
  if (after.length === 0) return 'dropped'
  const [said, says] = [was, now].map((sentences) =>
    sentences.map(({ text }) => keyWordsIn(text.replaceAll(/\b(MUST|SHALL|SHOULD) not\b/g, '$1 NOT'))).join(),
  )
  if (said === says) return 'same force'
  if (before.length !== after.length) return 'mixed'
  const effects = before.flatMap((word, index) => effectOfWord(word, after[index] ?? ''))
  return new Set(effects).size === 1 ? (effects[0] ?? 'mixed') : 'mixed'
}

function effectOfWord(from: string, to: string): readonly LevelChange['effect'][] {
  if (from === to) return []
  if (from.includes('NOT') !== to.includes('NOT')) return ['reversed']
  const [before, after] = [from, to].map((word) => strength[levelOfAll([word]) ?? ''] ?? 0)
  return [(before ?? 0) < (after ?? 0) ? 'stronger' : (before ?? 0) > (after ?? 0) ? 'weaker' : 'same force']
}

/** What the replaced words say about the reach of a sentence. */
export function scopeChanges(replacements: readonly Replacement[]): readonly ScopeChange[] {
  return replacements
    .filter(({ removed, added }) => removed.toLowerCase() !== added.toLowerCase())
    .flatMap((one) => withoutInner(markers.flatMap(([aspect, pattern]) => changeOf(one, aspect, pattern))))
}

function changeOf({ removed, added }: Replacement, aspect: Aspect, pattern: RegExp): readonly ScopeChange[] {
  const [from, to] = [removed, added].map((text) => clauseFrom(text, aspect, pattern))
  if (from !== undefined && to !== undefined) {
    const same = markersOf(removed, pattern) === markersOf(added, pattern)
    return same ? [] : [{ aspect, change: 'changed', from, to }]
  }
  if (from !== undefined) return [{ aspect, change: 'dropped', from }]
  return to === undefined ? [] : [{ aspect, change: 'added', to }]
}

/** What a new condition or exception says within itself is no change of its own. */
function withoutInner(changes: readonly ScopeChange[]): readonly ScopeChange[] {
  const outer = changes.filter(({ aspect }) => aspect === 'condition' || aspect === 'exception')
  return outer.length > 0 ? outer : changes
}

const mostWords = 14

/** From the word that limits the sentence on, or undefined where none does. */
function clauseFrom(text: string, aspect: Aspect, pattern: RegExp): string | undefined {
  const words = text.split(' ')
  // In a whole new clause, a number or a negation says something about the clause, not about the sentence.
  if (words.length > mostWords && (aspect === 'quantity' || aspect === 'negation')) return undefined
  // `MUST NOT` is a matter of the level, not of the scope.
  const at = pattern.exec(
    text.toLowerCase().replaceAll(/\b(must|shall|should) not\b/g, (whole) => '_'.repeat(whole.length)),
  )
  if (at === null || /\bNOT\b/.test(text.slice(at.index, at.index + 3))) return undefined
  const clause = text
    .slice(at.index)
    .replace(/[.,;:)]+$/, '')
    .split(' ')
  return clause.length > mostWords ? `${clause.slice(0, mostWords).join(' ')} …` : clause.join(' ')
}

function markersOf(text: string, pattern: RegExp): string {
  return (text.toLowerCase().match(new RegExp(pattern.source, 'gi')) ?? []).join(' ')
}
