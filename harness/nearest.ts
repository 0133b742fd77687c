// The names closest to one that was mistyped, for messages that help.

/** Up to `count` candidates that begin with the word or are within a third of its length of it, nearest first. */
function nearest(word: string, candidates: Iterable<string>, count = 3): string[] {
  const sought = word.toLowerCase()
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, steps: steps(sought, candidate.toLowerCase()) }))
    .filter((one) => one.steps <= Math.max(2, Math.ceil(Math.max(word.length, one.candidate.length) / 3)))
    .sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** `; did you mean a, b or c?`, or nothing where no candidate is near. */
export function suggestion(word: string, candidates: Iterable<string>): string {
  const found = nearest(word, candidates)
  const last = found.pop()
  if (last === undefined) return ''
  return `; did you mean ${found.length > 0 ? `${found.join(', ')} or ${last}` : last}?`
}

function steps(sought: string, candidate: string): number {
  return sought.length > 2 && candidate.startsWith(sought) ? 1 : distance(sought, candidate)
}

/** Levenshtein's distance: single characters inserted, removed or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced))
    }
    row = next
  }
  return row[b.length] ?? 0
}
