// An explanation in sections, each with sentences, items and code: the one text behind the terminal's and the page's form.
import { sectionText } from '../../harness/report/words.ts'
import { whyUntested } from '../../harness/report.ts'
import { type ByHand, type Explanation, otherWordings, type Stated } from './explanation.ts'

export interface Section {
  readonly title: string
  readonly lines?: readonly string[]
  readonly items?: readonly string[]
  readonly code?: readonly string[]
}

/** How a form shows names: of requirements, and of scenarios and faulty gateways, which are files. */
export interface Naming {
  requirement(id: string): string
  file(room: 'scenarios' | 'fixtures/mutants', name: string): string
}

/** What is known without telling a story; sections that would be empty are left out. */
export function sectionsOf(explanation: Explanation, naming: Naming): Section[] {
  const { requirement, stated } = explanation
  const { text, binds, needs } = requirement
  const wordings = otherWordings(explanation).map((one) => `In edition ${one.edition}: ${one.requirement.text}`)
  const declared = needs.length > 0 ? [`It is asked only of a gateway that declares ${needs.join(', ')}.`] : []
  const sections: Section[] = [
    { title: 'What', lines: [text, ...wordings] },
    { title: 'Where', items: stated.map(place) },
    { title: 'Whom it binds', lines: [[`The ${binds}.`, ...declared].join(' ')] },
    { title: 'Why it matters, and what a faulty gateway does', ...whyItMatters(explanation, naming) },
    { title: 'How it is read', items: explanation.readings.map(reading) },
    { title: 'How it is tested', ...tested(explanation, naming) },
  ]
  return sections.filter(({ lines = [], items = [] }) => lines.length + items.length > 0)
}

/** The first story, to be typed; with `most`, a long one is cut down to about that many requests, those that are judged first. */
export function byHandSection(
  explanation: Explanation,
  { edition, scenario, steps }: ByHand,
  most = steps.length,
): Section {
  const spare = Math.max(0, most - steps.filter(({ role }) => role !== undefined).length)
  const kept = new Set([
    ...steps.filter(({ role }) => role).slice(0, most),
    ...steps.filter(({ role }) => !role).slice(0, spare),
  ])
  const shown = steps.filter((step) => kept.has(step))
  const left = steps.length - shown.length
  return {
    title: 'By hand',
    lines: [
      `The story ${scenario} in edition ${edition} as requests. Variables are base URLs and tokens of the gateways, ids that they made, and ids of applications, each a UUID of version 4; what is long is shortened.`,
    ],
    code: [
      `npx mimi-conformance run --only '${explanation.requirement.id}' --edition ${edition}`,
      ...shown.flatMap(({ lines, role }) => ['', ...(role === undefined ? [] : [`# ${role}`]), ...lines]),
      ...(left > 0 ? ['', `# ${left} more requests are left out; the report of a run has all.`] : []),
    ],
  }
}

function place({ edition, requirement: { level, section, rows } }: Stated): string {
  const named = rows.length > 0 ? ` (${rows.join(', ')})` : ''
  return `edition ${edition}: ${level}, ${sectionText(section)}${named}`
}

function whyItMatters({ requirement, mutants }: Explanation, naming: Naming): Omit<Section, 'title'> {
  const { matters, noMutant } = requirement
  const items = mutants.map(({ id, mutant: { effect, also = [], editions } }) => {
    const where = editions ? [`in ${editions.join(' and ')}`] : []
    const more = also.length > 0 ? [`breaks ${also.map((one) => naming.requirement(one)).join(', ')} as well`] : []
    return `${effect} (${[naming.file('fixtures/mutants', id), ...where, ...more].join('; ')})`
  })
  const none = noMutant === undefined ? [] : [`No faulty gateway breaks it and nothing else: ${noMutant}`]
  return { lines: [...(matters === undefined ? [] : [matters]), ...none], items }
}

function reading({ id, stance, problem, interpretation, reason }: Explanation['readings'][number]): string {
  return `${id} (${stance}): ${problem}\nRead as: ${interpretation}\nBecause: ${reason}`
}

function tested({ stated, scenarios, isRunWide, untested }: Explanation, naming: Naming): Omit<Section, 'title'> {
  const hasTwins = scenarios.some(({ scenario }) => scenario.controls)
  return {
    items: scenarios.map(({ name, scenario: { story, editions, controls } }) => {
      const where = editions ? ` (${editions.join(' and ')})` : ''
      return `${naming.file('scenarios', name)}${where}: ${story}${controls ? '; with control twins' : ''}`
    }),
    lines: [
      ...(isRunWide ? ['Every answer of a whole run is looked at.'] : []),
      ...(untested === undefined ? [] : [`Untested: ${untested}`]),
      ...stated
        .filter(({ requirement }) => untested === undefined && requirement.observable === 'none')
        .map(({ edition, requirement }) => `Untested in edition ${edition}: ${whyUntested(requirement)}`),
      ...(hasTwins
        ? [
            'A control twin is the nearest valid request beside what must not be done, and has to be accepted: else a refusal proves nothing, and the verdict is inconclusive.',
          ]
        : []),
    ],
  }
}
