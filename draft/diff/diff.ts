// Compares two texts of a draft: sections, terms, sentences, operations, figures, and what is still to do.
import type { Draft } from '../model.ts'
import { align } from './align.ts'
import { definitionChanges } from './definitions.ts'
import { figureChanges } from './figures.ts'
import type { DraftDiff } from './model.ts'
import { operationChanges } from './operations.ts'
import { problemChanges, todoChanges } from './remarks.ts'
import { sectionChanges } from './sections.ts'
import { sentenceChanges } from './sentences.ts'

export function diffDrafts(old: Draft, now: Draft): DraftDiff {
  const alignment = align(old, now)
  const { sections, renamings } = alignment
  return {
    sections: sectionChanges({ old, now }, sections),
    terms: renamings.map(({ from, to, ...rest }) => ({ from: from.join(' '), to: to.join(' '), ...rest })),
    sentences: sentenceChanges(old, now, alignment),
    operations: operationChanges(old, now, { sections, renamings }),
    definitions: definitionChanges(old, now, renamings),
    figures: figureChanges(old, now, { sections, renamings }),
    todos: todoChanges(old, now, sections),
    problems: problemChanges(old, now, sections),
  }
}
