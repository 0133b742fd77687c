// Makes the catalogue of a new edition from that of another one and a text: what can be carried over is, the rest is marked.
import type { Edition } from '../spec/edition.ts'
import type { NotRequired } from '../spec/not-required.ts'
import type { Requirement } from '../spec/requirement.ts'
import { diffDrafts } from './diff/diff.ts'
import type { Draft, Placed } from './model.ts'

/** Files of an edition by their path below its folder, and what is to be done with them. */
export interface NewEdition {
  readonly files: ReadonlyMap<string, string>
  readonly carried: readonly Requirement['id'][]
  readonly moved: readonly Requirement['id'][]
  readonly changed: readonly Requirement['id'][]
  /** Sentences that went; their entries are still there, marked. */
  readonly dropped: readonly Requirement['id'][]
  /** Statements without an entry, in the order of the text. */
  readonly added: readonly Placed[]
}

export interface NewEditionInput {
  readonly id: string
  readonly from: Edition
  /** The TypeScript of the other edition by path below its folder. */
  readonly sources: ReadonlyMap<string, string>
  readonly draft: Draft
  /** The text of the other edition: without it, a changed sentence cannot be told from one that went. */
  readonly was?: Draft
}

/**
 * Whatever somebody has to look at gets the member `unreviewed`, which no type of the catalogue has: the project does not
 * build until it is looked at and the member is taken out.
 */
export function newEdition({ id, from, sources, draft, was }: NewEditionInput): NewEdition {
  const places = new Map([...draft.sentences, ...draft.figures, ...draft.comments].map((one) => [keyOf(one), one]))
  const prints = new Map([...places.values()].map((one) => [one.fingerprint as string, one]))
  const became = was === undefined ? new Map<string, Placed>() : changedIn(was, draft)
  const sections = new Set(draft.sections.map(({ anchor }) => anchor))
  const found = { carried: [] as Id[], moved: [] as Id[], changed: [] as Id[], dropped: [] as Id[] }
  const files = new Map<string, string>()
  const taken = new Set(from.notRequired.statements.map(keyOf))
  for (const [path, source] of sources) files.set(path, source.replaceAll(from.id, id))
  for (const { id: requirement, section, fingerprint: print } of from.requirements) {
    const path = [...files.keys()].find((file) => files.get(file)?.includes(`  '${requirement}': {`))
    if (path === undefined || print === undefined) continue
    const now = places.get(`${section} ${print}`) ?? prints.get(print) ?? became.get(`${section} ${print}`)
    const kind =
      now === undefined
        ? 'dropped'
        : now.fingerprint !== print
          ? 'changed'
          : now.section === section
            ? 'carried'
            : 'moved'
    found[kind].push(requirement)
    if (now !== undefined) taken.add(keyOf(now))
    const mark =
      kind === 'dropped'
        ? `    unreviewed: 'the sentence is not in the text: drop the entry, or find what it became',\n`
        : kind === 'changed'
          ? `    unreviewed: 'the sentence changed, was ${print}: are level, words and checks still right?',\n`
          : ''
    files.set(path, entryEdited(files.get(path) ?? '', requirement, { now, mark }))
  }
  const added = draft.statements.filter((statement) => !taken.has(keyOf(statement)))
  if (added.length > 0) files.set('requirements/unreviewed.ts', stubs(id, added))
  files.set(
    'not-required.ts',
    notRequiredEdited(files.get('not-required.ts') ?? '', from.notRequired, { places, sections }),
  )
  return { files, ...found, added }
}

type Id = Requirement['id']

function keyOf({ section, fingerprint: print }: { readonly section: string; readonly fingerprint: string }): string {
  return `${section} ${print}`
}

/** What each changed sentence became, by the place of the old one. */
function changedIn(was: Draft, draft: Draft): Map<string, Placed> {
  const { sentences, figures } = diffDrafts(was, draft)
  return new Map<string, Placed>([
    ...sentences.flatMap(({ was: old, now }) =>
      old.flatMap((one) => now.slice(0, 1).map((to) => [keyOf(one), to] as const)),
    ),
    ...figures.flatMap(({ from, to }) => (from && to ? [[keyOf(from), to] as const] : [])),
  ])
}

/** The entry with the section and the print of its sentence in the new text, and a mark where it has to be looked at. */
function entryEdited(
  source: string,
  requirement: string,
  { now, mark }: { readonly now: Placed | undefined; readonly mark: string },
): string {
  const start = source.indexOf(`  '${requirement}': {`)
  const end = source.indexOf('\n  },', start)
  const entry = source.slice(start, end + 1)
  const placed =
    now === undefined
      ? entry
      : entry
          .replace(/^ {4}section: .*$/m, () => `    section: ${quoted(now.section)},`)
          .replace(/sha256:[0-9a-f]{64}/, () => now.fingerprint)
  return `${source.slice(0, start)}${placed}${mark}${source.slice(end + 1)}`
}

function stubs(id: string, added: readonly Placed[]): string {
  const entries = added.map(
    ({ section, fingerprint: print, line }) => `  'unreviewed/${print.slice(7, 19)}': {
    level: 'MUST',
    section: ${quoted(section)},
    fingerprint: '${print}',
    unreviewed: 'new, line ${line} of the text: move it to its area with an id, a level and a behaviour, or to not-required.ts',
  },\n`,
  )
  return `// What the text of ${id} states and nobody has catalogued yet; empty it and take it away.
import type { Statements } from '../../requirement.ts'

export const unreviewed: Statements = {
${entries.join('')}}
`
}

/** Reviews of sentences and sections that the text does not have are marked as well. */
function notRequiredEdited(
  source: string,
  { statements, sections: reviewed }: NotRequired,
  known: { readonly places: ReadonlyMap<string, Placed>; readonly sections: ReadonlySet<string> },
): string {
  const gone = statements.filter((entry) => !known.places.has(keyOf(entry)))
  const marked = gone.reduce((text, { fingerprint: print }) => {
    const at = text.indexOf(print)
    const end = text.indexOf('\n', at)
    return at === -1 ? text : `${text.slice(0, end)}\n      unreviewed: 'not in the text',${text.slice(end)}`
  }, source)
  const away = Object.keys(reviewed).filter((anchor) => anchor !== '' && !known.sections.has(anchor))
  return away.reduce((text, anchor) => text.replace(new RegExp(`^ {4}'?${anchor}'?: '.*',\\n`, 'm'), ''), marked)
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`
}
