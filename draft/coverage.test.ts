// Coverage on small texts of our own, and on the texts of both editions where they are at hand.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { type Edition, editionIds } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'
import { type Operations, operationNames } from '../spec/operation.ts'
import type { Requirement } from '../spec/requirement.ts'
import { type Coverage, coverage, isComplete, likeness } from './coverage.ts'
import { fingerprint } from './fingerprint.ts'
import type { Draft } from './model.ts'
import { readDraft } from './read.ts'

const drafts = resolve(process.env['MIMI_DRAFTS'] ?? '../shared/spec')
const opening = 'A gateway MUST open the door when somebody knocks.'
const closing = 'A gateway SHOULD close the door behind them.'

const edition: Edition = {
  ...editions['2023-03-17'],
  requirements: [demand('door/opens', 'MUST', opening), demand('door/closes', 'SHOULD', closing)],
  operations: unstated(editions['2023-03-17'].operations),
  notRequired: { statements: [], sections: {}, shapes: {} },
}

describe('a text and its catalogue', () => {
  test('are complete where each has what the other has', () => {
    assert.ok(isComplete(of(text(opening, closing))))
  })

  test('are complete when lines are wrapped anew', () => {
    assert.ok(isComplete(of(text(opening.replace(' the ', '\nthe '), closing))))
  })

  test('are not when a sentence with a key word has no requirement', () => {
    const found = of(text(opening, closing, 'It MAY ring a bell.', 'It may hum.'))
    assert.deepEqual(
      found.uncovered.map((statement) => statement.text),
      ['It MAY ring a bell.'],
    )
    assert.ok(!isComplete(found))
  })

  test('are when the review of the edition says that the sentence needs none', () => {
    const bell = 'It MAY ring a bell.'
    const reviewed = { section: 'doors', fingerprint: fingerprint(bell), reason: 'Bells are out of scope.' }
    const excused = { ...edition, notRequired: { statements: [reviewed], sections: {}, shapes: {} } }
    assert.ok(isComplete(of(text(opening, closing, bell), excused)))
    assert.deepEqual(of(text(opening, closing), excused).staleReviews, [`doors ${fingerprint(bell)}`])
  })

  test('are not when a section has no check', () => {
    const markdown = `${text(opening, closing)}\n# Windows\n\nWindows are nice.\n`
    assert.deepEqual(of(markdown).unchecked, ['windows'])
    const found = coverage({ draft: readDraft(text(opening, closing)), edition, checked: new Set() })
    assert.deepEqual(found.unchecked, ['doors'])
  })

  test('are not when a binding requirement names no sentence', () => {
    const { fingerprint: _, ...bare } = demand('door/painted', 'STEP', 'unused')
    const found = of(text(opening, closing), { ...edition, requirements: [...edition.requirements, bare] })
    assert.deepEqual(found.withoutSentence, ['door/painted'])
  })
})

describe('a sentence that is not there any more', () => {
  test('is told with the words that changed where the former text is given', () => {
    const former = readDraft(text(opening, closing))
    const [lost] = of(text(opening.replace('MUST', 'SHOULD'), closing), edition, former).lost
    assert.equal(lost?.requirement, 'door/opens')
    assert.deepEqual(lost?.became?.words, { removed: ['MUST'], added: ['SHOULD'] })
  })

  test('is told as moved where another section has the same words', () => {
    const markdown = `${text(closing)}\n# Knocking\n\n${opening}\n`
    const [lost] = of(markdown).lost
    assert.equal(lost?.became?.section, 'knocking')
    assert.deepEqual(lost?.became?.words, { removed: [], added: [] })
  })

  test('is told as gone where nothing is like it', () => {
    const former = readDraft(text(opening, closing))
    assert.deepEqual(of(text(closing, 'Cats sleep.'), edition, former).lost, [
      { requirement: 'door/opens', section: 'doors' },
    ])
  })
})

for (const id of editionIds) {
  const file = resolve(drafts, `${id}.md`)
  test(`the text of ${id} and its catalogue account for each other's sentences`, (context) => {
    if (!existsSync(file)) return context.skip(`the text of the draft is not here: ${file}`)
    const draft = readDraft(readFileSync(file, 'utf8'))
    const found = coverage({ draft, edition: editions[id], checked: checkedIn(editions[id]) })
    assert.ok(isComplete(found), JSON.stringify(found, undefined, 2))
    assert.equal(likeness(draft, editions[id]), 1)
    for (const other of editionIds.filter((one) => one !== id)) {
      assert.ok(likeness(draft, editions[other]) < 1)
    }
  })
}

/** An edition whose text states no operation: all of them are the profile's. */
function unstated(operations: Operations): Operations {
  const entries = operationNames.map((name) => [name, { ...operations[name], level: 'PROFILE' }])
  return { ...operations, ...Object.fromEntries(entries) }
}

function demand(id: Requirement['id'], level: Requirement['level'], sentence: string): Requirement {
  return {
    ...{ id, level, section: 'doors', rows: ['KQ-04'], binds: 'gateway', needs: [], observable: 'wire' },
    text: sentence,
    fingerprint: fingerprint(sentence),
  }
}

function text(...sentences: readonly string[]): string {
  return `--- middle\n\n# Doors\n\n${sentences.join(' ')}\n`
}

function of(markdown: string, against = edition, former?: Draft): Coverage {
  const checked = checkedIn(against)
  return coverage({ draft: readDraft(markdown), edition: against, checked, ...(former !== undefined && { former }) })
}

function checkedIn({ requirements }: Edition): Set<string> {
  return new Set(requirements.map(({ id }) => id))
}
