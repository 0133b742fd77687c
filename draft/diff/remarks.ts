// Which TODOs and mistakes of the text appeared, and which are resolved; a reworded one is neither.
import type { Draft } from '../model.ts'
import type { RemarkChange } from './model.ts'
import { overlap, pairedByScore } from './paired.ts'
import type { SectionMap } from './sections.ts'
import { keysIn } from './words.ts'

interface Remark {
  readonly section: string
  readonly line: number
  readonly text: string
}

export function todoChanges(old: Draft, now: Draft, sections: SectionMap): readonly RemarkChange[] {
  return remarkChanges(old.todos, now.todos, sections)
}

/** Merge markers are told apart by their sections: their lines change with every edit above them. */
export function problemChanges(old: Draft, now: Draft, sections: SectionMap): readonly RemarkChange[] {
  return remarkChanges(old.problems, now.problems, sections)
}

function remarkChanges(old: readonly Remark[], now: readonly Remark[], sections: SectionMap): readonly RemarkChange[] {
  const isHome = (from: Remark, to: Remark) => sections.get(from.section)?.anchor === to.section
  const pairs = pairedByScore({
    ...{ old, now, least: 0.65 },
    score: (from, to) => {
      const [before, after] = [wordsOf(from), wordsOf(to)]
      // A bare `TODO` is the same one only where it is in the same section.
      return 0.7 * overlap(before, after) + (isHome(from, to) ? 0.3 : before.length > 2 ? 0.1 : -0.1)
    },
  })
  const kept = new Set(pairs.values())
  return [
    ...old.filter((one) => !pairs.has(one)).map((one) => changeOf('resolved', one)),
    ...now.filter((one) => !kept.has(one)).map((one) => changeOf('appeared', one)),
  ]
}

function wordsOf({ text }: Remark): readonly string[] {
  return keysIn(text.replace(/ \(lines \d+ to \d+\)$/, ''))
}

function changeOf(change: RemarkChange['change'], { section, line, text }: Remark): RemarkChange {
  return { change, section, line, text }
}
