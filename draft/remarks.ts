// What a draft says to its editors rather than to its readers: comments, notes, and what is still to do.
import { wordsOf } from './blocks.ts'
import type { Remark } from './model.ts'
import { type PlacedBlock, stated } from './placed.ts'
import { withNoteApart } from './prose.ts'
import { sentencesAt } from './sentences.ts'

const toDo = /\b(?:TODO|FIXME|TBD\d*)\b|\bopen issue\b/i

/** Whether the text says that something is to do and not what: many places say the same, and none of them is told by it. */
export function isBareToDo(text: string): boolean {
  return toDo.test(text) && !/[\p{L}\d]/u.test(text.replace(toDo, ''))
}

/** Editors' notes and comments of the source. */
export function commentsOf(placed: readonly PlacedBlock[]): readonly Remark[] {
  return remarksOf(placed).filter((remark) => remark.in === 'note' || remark.in === 'comment')
}

/** The sentence, note, comment or line of a figure around each TODO, TBD or FIXME. */
export function todosOf(placed: readonly PlacedBlock[]): readonly Remark[] {
  return remarksOf(placed).filter(({ text }) => toDo.test(text))
}

function remarksOf(placed: readonly PlacedBlock[]): readonly Remark[] {
  return placed
    .flatMap(({ section, block }): readonly Remark[] => {
      if (block.kind === 'comment') return [{ ...stated(section, wordsOf(block.lines)), in: 'comment' }]
      if (block.kind === 'figure') {
        return block.lines.map((line) => ({ ...stated(section, wordsOf([line])), in: 'figure' }))
      }
      if (block.kind !== 'paragraph') return []
      const { prose, note } = withNoteApart(block.lines)
      const sentences = sentencesAt(prose).map((found): Remark => ({ ...stated(section, [found]), in: 'text' }))
      return note.length === 0 ? sentences : [...sentences, { ...stated(section, note), in: 'note' }]
    })
    .filter(({ text }) => text !== '')
}
