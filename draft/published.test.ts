// The public texts of the draft, where they are at hand: nothing that a plain search finds is lost on the way.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { readDraft } from './read.ts'

const folder = resolve(process.env['MIMI_DRAFTS'] ?? '../shared/spec')

/** Statements, and how many of them are at each level; operations; figures; TODOs; mistakes of the text. */
const counts: Readonly<Record<string, readonly number[]>> = {
  '2023-03-08.md': [10, 9, 0, 1, 3, 16, 9, 0],
  'history/2023-03-08-97418f5.md': [22, 17, 2, 3, 9, 23, 10, 0],
  'history/2023-03-15-7fdc7b9.md': [38, 31, 3, 4, 13, 25, 16, 0],
  '2023-03-17.md': [44, 37, 2, 5, 14, 27, 17, 1],
}

for (const [name, expected] of Object.entries(counts)) {
  const file = resolve(folder, name)
  test(`${name}: every key word, request, fence and TODO of the text is read`, (context) => {
    if (!existsSync(file)) return context.skip(`the text of the draft is not here: ${file}`)
    const source = readFileSync(file, 'utf8')
    const { statements, comments, figures, operations, todos, problems } = readDraft(source)
    const read = [...statements, ...comments, ...figures].map(({ text }) => text).join('\n')
    const keyWord = /\b(?:MUST|REQUIRED|SHALL|SHOULD|RECOMMENDED|MAY|OPTIONAL)\b/g
    assert.equal(countOf(read, keyWord), countOf(source, keyWord))
    assert.equal(operations.length, countOf(source, /^HTTP [A-Z]+ \//gm))
    assert.equal(figures.length * 2, countOf(source, /^~~~/gm))
    assert.equal(todos.length, countOf(source, /TODO/g))
    const levels = (['MUST', 'SHOULD', 'MAY'] as const).map(
      (level) => statements.filter((one) => one.level === level).length,
    )
    const found = [statements.length, ...levels, operations.length, figures.length, todos.length, problems.length]
    assert.deepEqual(found, expected)
  })
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
