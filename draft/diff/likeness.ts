// How much two sentences have in common: rare words weigh more than common ones, and their order counts a little.
import { isLight } from './words.ts'

/** Compares by words and pairs of words, each weighed by how few of the given texts have it. */
export class Likeness {
  private readonly weights = new Map<string, number>()
  private readonly rarest: number

  constructor(texts: readonly (readonly string[])[]) {
    this.rarest = Math.log(1 + texts.length)
    const counts = new Map<string, number>()
    for (const parts of texts) for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + 1)
    for (const [part, count] of counts)
      this.weights.set(part, Math.log(1 + texts.length / count) * (isLight(part) ? 0.2 : 1))
  }

  weightOf(part: string): number {
    return this.weights.get(part) ?? this.rarest
  }

  /** 0 for nothing in common, 1 for the same words in the same order. */
  between(one: readonly string[], other: readonly string[]): number {
    const shared = this.shared(one, other)
    const [first, second] = [this.sum(one), this.sum(other)]
    if (first === 0 || second === 0) return 0
    const words = (2 * shared) / (first + second)
    const order = bigramLikeness(one, other)
    // A condition that was added makes a sentence long, and leaves all of the old one in it.
    const [small, least] = first < second ? [one, first] : [other, second]
    const contained = small.length >= 4 ? (shared / least) * 0.7 : 0
    return Math.max(0.75 * words + 0.25 * order.dice, Math.min(contained, contained * 0.4 + order.contained * 0.6))
  }

  /** The share (0 to 1) of one text that is in the other. */
  contained(one: readonly string[], other: readonly string[]): number {
    const whole = this.sum(one)
    return whole === 0 ? 0 : this.shared(one, other) / whole
  }

  private sum(parts: readonly string[]): number {
    return parts.reduce((total, part) => total + this.weightOf(part), 0)
  }

  private shared(one: readonly string[], other: readonly string[]): number {
    return common(one, other).reduce((total, part) => total + this.weightOf(part), 0)
  }
}

function bigramLikeness(one: readonly string[], other: readonly string[]): { dice: number; contained: number } {
  const [first, second] = [bigrams(one), bigrams(other)]
  const shared = common(first, second).length
  return {
    dice: (2 * shared) / Math.max(1, first.length + second.length),
    contained: shared / Math.max(1, Math.min(first.length, second.length)),
  }
}

function bigrams(parts: readonly string[]): readonly string[] {
  return parts.slice(1).map((part, index) => `${parts[index]} ${part}`)
}

/** What both have, as often as both have it. */
function common(one: readonly string[], other: readonly string[]): readonly string[] {
  const spare = new Map<string, number>()
  for (const part of other) spare.set(part, (spare.get(part) ?? 0) + 1)
  return one.filter((part) => {
    const left = spare.get(part) ?? 0
    spare.set(part, left - 1)
    return left > 0
  })
}
