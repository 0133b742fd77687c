// Runs `spec diff` as its users do: formats, exit codes, verdicts to be found anew, and what it says to wrong input.
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { diffDrafts } from '../draft/diff/diff.ts'
import { impactOf } from '../draft/diff/impact.ts'
import { fingerprint } from '../draft/fingerprint.ts'
import type { Draft } from '../draft/model.ts'
import { readDraft } from '../draft/read.ts'
import { editions } from '../spec/editions.ts'
import { makePlace, type Place } from './command-line.test.kit.ts'

const hostile = 'A <script>alert(1)</script> gateway MUST not *trust* a | b, @somebody, #1 or \u001b[31mred.'
const text = (sentence: string) => `--- middle\n\n# Doors\n\n${sentence} A door is red.\n`

let place: Place
before(async () => {
  place = await makePlace()
  await writeFile(join(place.folder, 'old.md'), text('A gateway MUST open the door.'))
  await writeFile(join(place.folder, 'wrapped.md'), text('A gateway MUST\nopen the door.'))
  await writeFile(join(place.folder, 'new.md'), text(hostile))
})
after(() => place.remove())

describe('spec diff', () => {
  test('ends with 0 where nothing normative changed and with 1 where something did', async () => {
    const same = await place.run('spec', 'diff', 'old.md', 'wrapped.md')
    assert.deepEqual([same.code, same.stderr], [0, ''])
    assert.match(same.stdout, /^Nothing normative changed\./m)
    assert.equal((await place.run('spec', 'diff', 'old.md', 'new.md')).code, 1)
  })

  test('gives its data as JSON', async () => {
    const { stdout } = await place.run('spec', 'diff', 'old.md', 'new.md', '--format', 'json')
    const { normative, edition, sentences } = JSON.parse(stdout)
    assert.deepEqual([normative, edition], [true, { id: '2023-03-17', share: 0 }])
    assert.ok(sentences.length > 0)
  })

  test('lets no word of a draft become markup or a command to the terminal', async () => {
    const shown = async (format: string) =>
      (await place.run('spec', 'diff', 'old.md', 'new.md', '--format', format)).stdout
    assert.ok(!(await shown('text')).includes('\u001b'))
    const html = await shown('html')
    assert.ok(!html.includes('<script') && html.includes('&lt;script&gt;'))
    const markdown = await shown('markdown')
    assert.ok(!/<script|(?<!\\)\*trust|(?<!\\)\||@|(?<!\\|^|&)#\d/m.test(markdown), markdown)
  })

  test('refuses wrong input with one line and exit code 2', async () => {
    await writeFile(join(place.folder, 'report.json'), '{}')
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['old.md', 'none.md'], /^none\.md: expected an Internet-Draft .*, there is no such file\n$/],
      [['old.md', 'new.md', '--format', 'pdf'], /^option '--format <name>' argument 'pdf' is invalid/],
      [['old.md', 'new.md', '--edition', '2020-01-01'], /^option '--edition <id>' argument '2020-01-01' is invalid/],
      [['old.md', 'new.md', '--report', 'report.json'], /^report\.json: expected a report\.json of mimi-conformance/],
      [['old.md'], /^missing required argument 'new'/],
    ]
    for (const [args, said] of cases) {
      const { code, stdout, stderr } = await place.run('spec', 'diff', ...args)
      assert.deepEqual([code, stdout], [2, ''], args.join(' '))
      assert.match(stderr, said)
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr)
    }
  })
})

test('a changed sentence touches the requirements that hold it, their checks, and verdicts on them; a moved one carries them', async () => {
  const edition = editions['2023-03-17']
  const [one, other] = edition.requirements.filter((requirement) => requirement.fingerprint !== undefined)
  assert.ok(one !== undefined && other !== undefined)
  const words = ['A gateway MUST open the door.', 'A gateway MUST ring the bell.']
  const held = [one, other].map((requirement, index) => ({
    ...requirement,
    section: 'doors',
    fingerprint: fingerprint(words[index] ?? ''),
  }))
  const old = readDraft(`--- middle\n\n# Doors\n\n${words.join(' ')}\n\n# Bells\n\nBells are loud.\n`)
  const now = readDraft(
    `--- middle\n\n# Doors\n\n${words[0]?.replace('MUST', 'MAY')}\n\n# Bells\n\nBells are loud. ${words[1]}\n`,
  )
  const verdict = { gateway: 'theirs 1.0', check: 'doors/open', verdict: 'pass' }
  const { touched, carried } = impactOf(old, diffDrafts(old, now), {
    edition: { ...edition, requirements: held },
    suite: {
      scenarios: new Map([[one.id, ['doors/open']]]),
      mutants: new Map([[one.id, ['doors/shut']]]),
      verdicts: new Map([[one.id, [verdict]]]),
    },
  })
  assert.deepEqual(touched, [
    {
      ...{ requirement: one.id, level: one.level, by: ['sentence in doors'] },
      ...{ scenarios: ['doors/open'], mutants: ['doors/shut'], rerun: [verdict] },
    },
  ])
  assert.deepEqual(carried, [other.id])
})

test('a bare TODO is that of its section alone: one elsewhere touches no requirement', () => {
  const edition = editions['2023-03-17']
  const [one] = edition.requirements
  assert.ok(one !== undefined)
  const held = { ...one, section: 'doors', fingerprint: fingerprint('TODO') }
  const text = (doors: string, bells: string) => readDraft(`--- middle\n\n# Doors\n\n${doors}\n\n# Bells\n\n${bells}\n`)
  const suite = { scenarios: new Map(), mutants: new Map(), verdicts: new Map() }
  const namedBy = (old: Draft, now: Draft) => {
    const diff = diffDrafts(old, now)
    const { requirementsOf } = impactOf(old, diff, { edition: { ...edition, requirements: [held] }, suite })
    return diff.sentences.map((change) => [change.became, requirementsOf.get(change)])
  }
  assert.deepEqual(namedBy(text('TODO', 'Bells are loud.'), text('TODO', 'Bells are loud. TODO')), [['added', []]])
  assert.deepEqual(namedBy(text('TODO', 'TODO'), text('TODO', 'Bells are loud.')), [
    ['removed', []],
    ['added', []],
  ])
  assert.deepEqual(namedBy(text('TODO', 'Bells are loud.'), text('', 'Bells are loud.')), [['removed', [one.id]]])
})

test('the documented members of the JSON are there', async () => {
  const { stdout } = await place.run('spec', 'diff', 'old.md', 'new.md', '--format', 'json')
  const page = await readFile(resolve('docs/for-spec-authors.md'), 'utf8')
  for (const member of Object.keys(JSON.parse(stdout)))
    if (!['old', 'now', 'edition'].includes(member)) assert.ok(page.includes(`\`${member}\``), member)
})
