// The sentences of a draft's prose, with their key words, their lists and ids that stay while the words do.
import { type Line, wordsOf } from './blocks.ts'
import { keyWordsIn, levelOfAll } from './key-words.ts'
import type { Sentence } from './model.ts'
import { type PlacedBlock, stated } from './placed.ts'
import { sentencesAt } from './sentences.ts'

/** Every sentence in the order of the text; editors' notes are none. */
export function sentencesOfProse(placed: readonly PlacedBlock[]): readonly Sentence[] {
  const seen = new Map<string, number>()
  const idOf = (base: string): string => {
    const times = (seen.get(base) ?? 0) + 1
    seen.set(base, times)
    return times === 1 ? base : `${base}-${times}`
  }
  // By depth, the last sentence before whatever comes next: it introduces the list one deeper.
  const leads: string[] = []
  return placed.flatMap(({ section, block }): readonly Sentence[] => {
    if (block.kind === 'heading') leads.length = 0
    if (block.kind !== 'paragraph') return []
    const { depth } = block
    const { prose } = withNoteApart(block.lines)
    const lead = leads[depth - 1]
    const sentences = sentencesAt(prose).map((found): Sentence => {
      const place = stated(section, [found])
      const keyWords = keyWordsIn(found.text)
      const level = levelOfAll(keyWords)
      return {
        id: idOf(`${place.section}/${place.fingerprint.slice('sha256:'.length, 'sha256:'.length + 12)}`),
        ...place,
        ...{ path: section.path, depth, keyWords },
        ...(level !== undefined && { level }),
        ...(depth > 0 && { item: prose.map(({ text }) => text).join(' ') }),
        ...(lead !== undefined && { lead }),
      }
    })
    const last = sentences.at(-1)
    if (last !== undefined) {
      leads.length = depth
      leads[depth] = last.id
    }
    return sentences
  })
}

/** The words of a paragraph before an editor's note, which `//` introduces, and those of the note without its marks. */
export function withNoteApart(lines: readonly Line[]): {
  readonly prose: readonly Line[]
  readonly note: readonly Line[]
} {
  const words = wordsOf(lines)
  const start = words.findIndex(({ text }) => text === '//')
  if (start === -1) return { prose: words, note: [] }
  return { prose: words.slice(0, start), note: words.slice(start).filter(({ text }) => text !== '//') }
}
