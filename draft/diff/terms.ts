// Finds the terms that were renamed everywhere, from what took their place in sentence after sentence.
import { diffArrays } from 'diff'
import { isMarker } from './scope.ts'
import { isLight } from './words.ts'

export interface Renaming {
  /** Parts of words, as `partsIn` gives them. */
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly places: number
  /** Where the old term still stands in the new text. */
  readonly left: number
  readonly merged: boolean
}

/** The parts of one thing of the old text and of what it most likely became. */
export type Pair = readonly [old: readonly string[], now: readonly string[]]

export interface Corpus {
  readonly old: readonly (readonly string[])[]
  readonly now: readonly (readonly string[])[]
}

const longestTerm = 3

interface Candidate {
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Whether it is all that was replaced in its place, without the words around it. */
  readonly whole: boolean
}

/**
 * The renamings that the pairs show: a term that took another's place at least twice, while most of the other is gone
 * from the new text. One that the old text has as well must have done so three times and in most places, and nothing of
 * the other may be left: else it is another thing.
 */
export function renamingsIn(pairs: readonly Pair[], corpus: Corpus): readonly Renaming[] {
  const counts = new Map<string, Candidate & { readonly places: number }>()
  for (const pair of pairs) {
    for (const [key, candidate] of candidatesIn(pair)) {
      const known = counts.get(key)
      counts.set(key, {
        ...candidate,
        whole: candidate.whole || (known?.whole ?? false),
        places: (known?.places ?? 0) + 1,
      })
    }
  }
  const found: Renaming[] = []
  const several = [...counts.values()].filter(({ places }) => places >= 2)
  several.sort(
    (one, other) => Number(other.whole) - Number(one.whole) || other.places - one.places || size(one) - size(other),
  )
  for (const { from, to, places } of several) {
    if (found.some((known) => overlaps(known.from, from) || overlaps(known.to, to))) continue
    const before = occurrences(from, corpus.old)
    const left = occurrences(from, corpus.now)
    const already = occurrences(to, corpus.old)
    const after = occurrences(to, corpus.now)
    if (left * 5 > before * 2 || (after - already) * 3 < before) continue
    const merged = already * 10 > after
    if (merged && (left * 10 > before || places < 3 || places * 3 < before)) continue
    found.push({ from, to, places, left, merged })
  }
  return found
}

/** The parts with every renamed term replaced. */
export function renamed(parts: readonly string[], renamings: readonly Renaming[]): readonly string[] {
  if (renamings.length === 0) return parts
  const result: string[] = []
  for (let index = 0; index < parts.length; ) {
    const at = renamings.find(({ from }) => from.every((part, offset) => parts[index + offset] === part))
    result.push(...(at?.to ?? parts.slice(index, index + 1)))
    index += at?.from.length ?? 1
  }
  return result
}

function candidatesIn([old, now]: Pair): ReadonlyMap<string, Candidate> {
  const found = new Map<string, Candidate>()
  const add = (from: readonly string[], to: readonly string[], whole: boolean): void => {
    const key = `${from.join(' ')}>${to.join(' ')}`
    if (isTerm(from) && isTerm(to) && from.join(' ') !== to.join(' ') && !found.has(key))
      found.set(key, { from, to, whole })
  }
  const changes = diffArrays([...old], [...now])
  for (const [index, { removed, value: from }] of changes.entries()) {
    const next = changes[index + 1]
    if (!removed || next?.added !== true) continue
    const to = next.value
    if (from.length > longestTerm || to.length > longestTerm) continue
    add(from, to, true)
    // Part of a longer term: an identity provider may become a source where a provider does not.
    const [before, after] = [changes[index - 1]?.value.at(-1), changes[index + 2]?.value[0]]
    if (before !== undefined) add([before, ...from], [before, ...to], false)
    if (after !== undefined) add([...from, after], [...to, after], false)
    for (const [position, part] of from.entries()) {
      // In a longer run, each word may have been replaced by the one in its place from either end.
      for (const other of [to[position], to[position - from.length + to.length]])
        if (other !== undefined) add([part], [other], false)
    }
  }
  return found
}

function isTerm(parts: readonly string[]): boolean {
  return parts.some((part) => /\p{L}{2}/u.test(part)) && parts.every((part) => !isLight(part) && !isMarker(part))
}

function size({ from, to }: { readonly from: readonly string[]; readonly to: readonly string[] }): number {
  return from.length + to.length
}

function overlaps(one: readonly string[], other: readonly string[]): boolean {
  return one.some((part) => other.includes(part))
}

function occurrences(term: readonly string[], texts: readonly (readonly string[])[]): number {
  let count = 0
  for (const parts of texts) {
    for (let index = parts.indexOf(term[0] ?? ''); index !== -1; index = parts.indexOf(term[0] ?? '', index + 1)) {
      if (term.every((part, offset) => parts[index + offset] === part)) count++
    }
  }
  return count
}
