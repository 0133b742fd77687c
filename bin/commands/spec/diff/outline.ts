// A difference in chapters and entries, the same for the terminal, Markdown and HTML.
import type { SentenceChange } from '../../../../draft/diff/model.ts'
import { type Entry, placeText, type Tone } from './entry.ts'
import { definitionEntries, figureEntries, operationEntries, remarkEntries, sectionEntries } from './outline-shapes.ts'
import type { DiffReport, ReportedSentence } from './report.ts'

export interface Chapter {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** The chapters that have something, what changes demands first. */
export function outlineOf(report: DiffReport): readonly Chapter[] {
  const binding = report.sentences.filter(({ normative }) => normative)
  const others = report.sentences.filter(({ normative }) => !normative)
  const became = (...kinds: readonly SentenceChange['became'][]) =>
    binding.filter((change) => kinds.includes(change.became)).map(sentenceEntry)
  const chapters: readonly Chapter[] = [
    { title: 'Statements that say something else', entries: became('reworded').toSorted(byTone) },
    { title: 'New statements', entries: became('added') },
    { title: 'Statements that are gone', entries: became('removed') },
    { title: 'Operations', entries: operationEntries(report.operations) },
    { title: 'Objects and structs', entries: definitionEntries(report.definitions) },
    { title: 'Other figures', entries: figureEntries(report.figures) },
    { title: 'Statements that moved', entries: became('unchanged') },
    { title: 'Terms renamed', entries: report.terms.map(termEntry) },
    {
      title: 'Statements that ask for the same in mended or renamed words',
      entries: became('renamed', 'spelling', 'editorial'),
    },
    { title: 'Sections', entries: sectionEntries(report.sections) },
    { title: 'Sentences without a key word that no requirement holds', entries: others.map(sentenceEntry) },
    { title: 'To do', entries: remarkEntries(report.todos) },
    { title: 'Mistakes of the text', entries: remarkEntries(report.problems) },
    { title: 'Requirements touched', entries: report.impact.touched.map(touchedEntry) },
  ]
  return chapters.filter(({ entries }) => entries.length > 0)
}

/** One sentence on the whole. */
export function conclusionOf({ normative, summary, operations, definitions }: DiffReport): string {
  const { added, removed, reworded, level, scope, moved, sameDemand } = summary
  const counts = [
    `statements: ${added} new, ${removed} gone, ${reworded} reworded (${level} in level, ${scope} in scope), ${moved} moved, ${sameDemand} the same in other words`,
    `${operations.length} operations and ${definitions.length} objects differ`,
  ].join('; ')
  return normative ? `What is asked for changed. ${counts}` : `Nothing normative changed. ${counts}`
}

const became: Readonly<Record<SentenceChange['became'], string>> = {
  added: 'new',
  removed: 'gone',
  reworded: 'reworded',
  renamed: 'renamed term only',
  spelling: 'spelling only',
  editorial: 'punctuation or capitals only',
  unchanged: '',
}

function sentenceEntry(change: ReportedSentence): Entry {
  const { level, scope, moved, was, now, requirements, words } = change
  const what = [
    level === undefined ? '' : `level ${level.from} -> ${level.to}, ${level.effect}`,
    scope.length > 0 ? 'scope changed' : '',
    level === undefined && scope.length === 0 ? became[change.became] : '',
    was.length > 1 ? 'joined' : now.length > 1 ? 'split' : '',
    moved === 'section' ? 'moved to another section' : moved === 'order' ? 'moved within its section' : '',
  ]
  return {
    tone: toneOf(change),
    what: what.filter((text) => text !== '').join(', '),
    place: placeText(was[0], now[0]),
    words,
    notes: [
      ...scope.map(
        ({ aspect, change: how, from, to }) => `${aspect} ${how}: ${[from, to].filter(Boolean).join(' -> ')}`,
      ),
      ...(requirements.length > 0 ? [`requirements: ${requirements.join(', ')}`] : []),
    ],
  }
}

function toneOf({ became: kind, level, scope, normative }: ReportedSentence): Tone {
  if (!normative) return 'quiet'
  if (kind === 'added') return 'good'
  if (kind === 'removed' || level !== undefined) return 'bad'
  return kind === 'reworded' && scope.length > 0 ? 'change' : 'quiet'
}

function byTone(one: Entry, other: Entry): number {
  const order: readonly Tone[] = ['bad', 'change', 'good', 'quiet']
  return order.indexOf(one.tone) - order.indexOf(other.tone)
}

function termEntry({ from, to, places, left, merged }: DiffReport['terms'][number]): Entry {
  return {
    tone: merged ? 'change' : 'quiet',
    what: `${from} -> ${to}`,
    place: `${places} places`,
    words: [],
    notes: [
      ...(left > 0 ? [`"${from}" is still in ${left} places`] : []),
      ...(merged ? [`the old text has "${to}" already: two terms became one`] : []),
    ],
  }
}

function touchedEntry({
  requirement,
  level,
  by,
  scenarios,
  mutants,
  rerun,
}: DiffReport['impact']['touched'][number]): Entry {
  return {
    tone: 'change',
    what: requirement,
    place: level,
    words: [],
    notes: [
      `by: ${by.join('; ')}`,
      `scenarios: ${scenarios.join(', ') || 'none'}`,
      `mutants: ${mutants.join(', ') || 'none'}`,
      ...rerun.map(({ gateway, check, verdict }) => `run again: ${gateway}, ${check} (was ${verdict})`),
    ],
  }
}
