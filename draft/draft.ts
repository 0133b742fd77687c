// Puts the model of a draft together from its blocks.
import { type Block, collapsed, type FormText } from './blocks.ts'
import { figuresOf } from './figures.ts'
import type { Draft, Form, Problem, Statement } from './model.ts'
import { operationsOf } from './operations.ts'
import { placedBlocks } from './placed.ts'
import { sentencesOfProse } from './prose.ts'
import { commentsOf, todosOf } from './remarks.ts'

export function draftOf(form: Form, { title, blocks }: FormText): Draft {
  const placed = placedBlocks(blocks.filter((block) => !isBoilerplate(block)))
  const sentences = sentencesOfProse(placed)
  return {
    ...{ form, title, sentences },
    sections: [...new Set(placed.flatMap(({ section, block }) => (block.kind === 'problem' ? [] : section)))],
    statements: sentences.filter((sentence): sentence is Statement => sentence.level !== undefined),
    operations: operationsOf(placed),
    figures: figuresOf(placed),
    todos: todosOf(placed),
    comments: commentsOf(placed),
    problems: placed.flatMap(({ section, block }): Problem[] =>
      block.kind === 'problem'
        ? [{ severity: block.severity, line: block.line, section: section.anchor, text: block.text }]
        : [],
    ),
  }
}

/** The paragraph that explains the key words (RFC 8174, section 2): it has all of them and asks nothing. */
function isBoilerplate(block: Block): boolean {
  if (block.kind !== 'paragraph') return false
  return /^The key words ["“]?MUST/.test(collapsed(block.lines.map(({ text }) => text).join(' ')))
}
