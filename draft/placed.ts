// Gives every block of a draft the section it stands in.
import { type Block, type Line, lineOf } from './blocks.ts'
import { fingerprint } from './fingerprint.ts'
import { anchorsInOrder } from './forms/anchors.ts'
import type { Placed, Section } from './model.ts'

export interface PlacedBlock {
  readonly section: Section
  readonly block: Block
}

const aboveAll: Section = { anchor: '', title: '', path: [], line: 1 }

/** The blocks in the order of the text, each with its section; a heading stands in the section it opens. */
export function placedBlocks(blocks: readonly Block[]): readonly PlacedBlock[] {
  const anchorOf = anchorsInOrder()
  let section = aboveAll
  let above: readonly { readonly level: number; readonly title: string }[] = []
  return blocks
    .toSorted((one, other) => lineOf(one) - lineOf(other))
    .map((block) => {
      if (block.kind === 'heading') {
        const { title, level, anchor, line } = block
        above = [...above.filter((outer) => outer.level < level), { level, title }]
        section = { anchor: anchorOf(title, anchor), title, path: above.map((outer) => outer.title), line }
      }
      return { section, block }
    })
}

/** Words as a statement of a section. */
export function stated(section: Section, words: readonly Line[]): Placed {
  const text = words.map((word) => word.text).join(' ')
  return { section: section.anchor, line: words[0]?.line ?? section.line, text, fingerprint: fingerprint(text) }
}
