// What a difference says of small edits of a draft of our own: each kind of change by itself.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readDraft } from '../read.ts'
import { diffDrafts } from './diff.ts'
import type { SentenceChange } from './model.ts'

const doors = [
  'A gateway MUST open the door when somebody knocks.',
  'It SHOULD close the door behind them.',
  'A bell is rung by the guest.',
]
const windows = [
  'A gateway MAY open a window.',
  'Windows MUST NOT be opened in winter.',
  'Curtains are drawn at night.',
]

function text(...sections: readonly (readonly [string, readonly string[]])[]): string {
  return `--- middle\n\n${sections.map(([title, sentences]) => `# ${title}\n\n${sentences.join(' ')}\n`).join('\n')}`
}

const before = text(['Doors', doors], ['Windows', windows])

function diffTo(after: string, from = before): ReturnType<typeof diffDrafts> {
  return diffDrafts(readDraft(from), readDraft(after))
}

function only(after: string, from = before): SentenceChange {
  const { sentences } = diffTo(after, from)
  assert.equal(sentences.length, 1, JSON.stringify(sentences, undefined, 2))
  const [change] = sentences
  assert.ok(change !== undefined)
  return change
}

/** The text with words of one of its sentences replaced. */
function edited(from: string, to: string): string {
  assert.ok(before.includes(from))
  return before.replace(from, to)
}

describe('nothing is said of', () => {
  test('lines wrapped anew', () => {
    assert.deepEqual(diffTo(before.replaceAll(' the ', '\nthe ')), {
      ...{ sections: [], terms: [], sentences: [], operations: [], definitions: [] },
      ...{ figures: [], todos: [], problems: [] },
    })
  })

  test('a sentence in a section that stands elsewhere or is called otherwise', () => {
    const { sentences, sections } = diffTo(text(['Openings in Walls', windows], ['Doors', doors]))
    assert.deepEqual(sentences, [])
    assert.deepEqual(
      sections.map(({ change, from, to }) => [change, from?.title, to?.title]),
      [
        ['moved', 'Doors', 'Doors'],
        ['renamed', 'Windows', 'Openings in Walls'],
      ],
    )
  })
})

describe('a sentence that asks for the same', () => {
  test('is moved where it stands in another section', () => {
    const change = only(text(['Doors', doors.slice(1)], ['Windows', [...windows, ...doors.slice(0, 1)]]))
    assert.deepEqual([change.became, change.moved], ['unchanged', 'section'])
  })

  test('is editorial where punctuation, quotes, markup or capitals of other words changed', () => {
    assert.equal(
      only(edited('A gateway MUST open the door when', 'A Gateway MUST open the "door", when')).became,
      'editorial',
    )
  })

  test('has its spelling mended, or a new misspelling', () => {
    const wrong = edited('somebody knocks', 'sombeody knocks')
    assert.equal(only(wrong).became, 'spelling')
    assert.equal(only(before, wrong).became, 'spelling')
    assert.equal(only(edited('MUST open the', 'MUST reopen the')).became, 'reworded')
  })

  test('has only another term where the term is another one everywhere, told once with its places', () => {
    const { sentences, terms } = diffTo(
      before.replaceAll('gateway', 'key keeper').replaceAll('door', 'entrance').replaceAll('Door', 'Entrance'),
    )
    assert.deepEqual([...new Set(sentences.map(({ became }) => became))], ['renamed'])
    assert.deepEqual(terms, [
      { from: 'door', to: 'entrance', places: 3, left: 0, merged: false },
      { from: 'gateway', to: 'key keeper', places: 2, left: 0, merged: false },
    ])
  })
})

describe('a change of level', () => {
  const cases: readonly [string, string, string][] = [
    ['MUST open', 'SHOULD open', 'weaker'],
    ['SHOULD close', 'MUST close', 'stronger'],
    ['MUST open', 'MUST NOT open', 'reversed'],
    ['MUST open', 'opens', 'dropped'],
    ['bell is rung', 'bell MUST be rung', 'gained'],
    ['MUST open', 'SHALL open', 'same force'],
  ]
  for (const [from, to, effect] of cases) {
    test(`from "${from}" to "${to}" is told as ${effect}`, () => {
      const { became, level } = only(edited(from, to))
      assert.deepEqual([became, level?.effect], ['reworded', effect])
    })
  }
})

describe('a change of scope', () => {
  const cases: readonly [string, string, string][] = [
    ['when somebody knocks', 'when somebody knocks, unless the house is closed', 'exception added'],
    [' when somebody knocks', '', 'condition dropped'],
    ['behind them', 'behind them if it is cold', 'condition added'],
    ['open a window', 'open only one window', 'condition added'],
    ['when somebody', 'after somebody', 'condition changed'],
    ['A gateway MUST open', 'An application MUST open', 'subject changed'],
    ['bell is rung', 'bell is never rung', 'negation added'],
    ['open a window', 'open every window', 'quantity added'],
    ['open the door when', 'open the door for guests who are invited when', 'condition added'],
  ]
  for (const [from, to, told] of cases) {
    test(`from "${from}" to "${to}" is told as ${told}`, () => {
      const { became, scope } = only(edited(from, to))
      assert.equal(became, 'reworded')
      assert.ok(
        scope.some(({ aspect, change }) => `${aspect} ${change}` === told),
        JSON.stringify(scope),
      )
    })
  }

  test('is not told of other words', () => {
    assert.deepEqual(only(edited('rung by the guest', 'pulled by the visitor')).scope, [])
  })
})

test('a sentence split in two and two joined to one are not removed and added', () => {
  const one = text([
    'Doors',
    ['A gateway MUST open the door when somebody knocks and MUST announce the guest to the host.'],
  ])
  const two = text([
    'Doors',
    ['A gateway MUST open the door when somebody knocks.', 'It MUST announce the guest to the host.'],
  ])
  const split = only(two, one)
  assert.deepEqual([split.was.length, split.now.length], [1, 2])
  const joined = only(one, two)
  assert.deepEqual([joined.was.length, joined.now.length], [2, 1])
  assert.equal(joined.level, undefined)
})

test('what is new and what is gone is told as such, each by itself', () => {
  const added = only(before.replace('Windows MUST', 'A cat MUST be fed before noon. Windows MUST'))
  assert.deepEqual([added.became, added.now[0]?.text], ['added', 'A cat MUST be fed before noon.'])
  const removed = only(edited('A bell is rung by the guest.', ''))
  assert.deepEqual([removed.became, removed.was[0]?.text], ['removed', 'A bell is rung by the guest.'])
})

test('what is to do and merge markers appear and are resolved', () => {
  const unfinished = `${before}\n// TODO: how many windows?\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n`
  const told = ({ todos, problems }: ReturnType<typeof diffDrafts>) =>
    [...todos, ...problems].map(({ change }) => change)
  assert.deepEqual(told(diffTo(unfinished)), ['appeared', 'appeared'])
  assert.deepEqual(told(diffTo(before, unfinished)), ['resolved', 'resolved'])
})
