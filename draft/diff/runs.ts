// What leads from the words of one text to those of another: runs of words that stay, go and come.
import { diffArrays } from 'diff'
import type { Run } from './model.ts'
import { isLight, keysIn, type Word, wordsIn } from './words.ts'

interface Stretch {
  readonly old: readonly Word[]
  readonly now: readonly Word[]
  readonly same: boolean
}

/** Words count as the same where they differ in punctuation, quotes or capitals only; shown as the new text has them. */
export function runsBetween(before: string, after: string): readonly Run[] {
  return joined(stretchesOf(wordsIn(before), wordsIn(after))).flatMap(({ old, now, same }): readonly Run[] => [
    ...(same || old.length === 0 ? [] : [{ kind: 'removed' as const, text: textOf(old) }]),
    ...(now.length === 0 ? [] : [{ kind: same ? ('same' as const) : ('added' as const), text: textOf(now) }]),
  ])
}

function stretchesOf(old: readonly Word[], now: readonly Word[]): readonly Stretch[] {
  const changes = diffArrays(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  )
  const found: Stretch[] = []
  let [from, to] = [0, 0]
  for (const { added, removed, count } of changes) {
    const went = added ? [] : old.slice(from, from + count)
    const came = removed ? [] : now.slice(to, to + count)
    from += went.length
    to += came.length
    const last = found.at(-1)
    const same = !added && !removed
    if (last === undefined || last.same || same) found.push({ old: went, now: came, same })
    else found[found.length - 1] = { old: [...last.old, ...went], now: [...last.now, ...came], same }
  }
  return found
}

/** A word or two without a matter of their own between two changes are read as part of them. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const [index, stretch] of stretches.entries()) {
    const last = found.at(-1)
    const bridge = stretch.same && last !== undefined && index < stretches.length - 1 && isBridge(stretch.now)
    if (last !== undefined && (bridge || (!last.same && !stretch.same)))
      found[found.length - 1] = { old: [...last.old, ...stretch.old], now: [...last.now, ...stretch.now], same: false }
    else found.push(stretch)
  }
  return found
}

function isBridge(words: readonly Word[]): boolean {
  return words.length <= 2 && words.every(({ key }) => isLight(key) && key === key.toLowerCase())
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text, gap }, index) => `${text}${index === words.length - 1 ? '' : gap}`).join('')
}

/** What stands in one place of both texts: words that went and those that came for them, either may be empty. */
export interface Replacement {
  readonly removed: string
  readonly added: string
}

export function replacementsIn(runs: readonly Run[]): readonly Replacement[] {
  return runs.flatMap(({ kind, text }, index): readonly Replacement[] => {
    if (kind === 'removed') {
      const next = runs[index + 1]
      return [{ removed: text, added: next?.kind === 'added' ? next.text : '' }]
    }
    return kind === 'added' && runs[index - 1]?.kind !== 'removed' ? [{ removed: '', added: text }] : []
  })
}

/** Whether only the gaps between the words differ: `RFC 5280` for `RFC5280`. */
export function isSpacing({ removed, added }: Replacement): boolean {
  return keysIn(removed).join('') === keysIn(added).join('')
}
