// All pages of docs/requirements/: one for each requirement, and the index by area.
import { type EditionId, editionIds } from '../../spec/edition.ts'
import { allStated, type Explanation, loadExplanations } from './explanation.ts'

/** One explanation for each requirement of any edition, sorted by id. */
export async function allExplanations(): Promise<Explanation[]> {
  const explanationOf = await loadExplanations()
  const ids = [...new Set(allStated.map(({ requirement }) => requirement.id))].sort()
  return ids.map(explanationOf)
}

/** The page of a requirement, below docs/requirements/. */
export function pagePath({ requirement }: Explanation): string {
  return `${requirement.id}.md`
}

/** The index page: every requirement by its area, with its level in each edition. */
export function indexPage(explanations: readonly Explanation[]): string {
  const areas = [...new Set(explanations.map(areaOf))]
  return `${[
    '# All requirements',
    `One page for each of the ${explanations.length} requirements: what it asks and of whom, why it matters, how unclear sentences are read, the stories that test it, what faulty gateways do that it has to catch, and a story as requests with curl. [The catalogue](../requirements.md) says where requirements come from and what the levels mean.`,
    'The pages are written by `npm run pages` from the same data as `mimi-conformance explain` and `list`; change those, not the pages.',
    ...areas.map((area) => {
      const found = explanations.filter((one) => areaOf(one) === area)
      return areaTable(area, found)
    }),
  ].join('\n\n')}\n`
}

function areaOf({ requirement }: Explanation): string {
  return requirement.id.split('/')[0] ?? ''
}

function areaTable(area: string, found: readonly Explanation[]): string {
  const rows = found.map(({ requirement, stated, untested }) => {
    const { id, text } = requirement
    const levels = editionIds.map((edition: EditionId) => {
      return stated.find((one) => one.edition === edition)?.requirement.level ?? '–'
    })
    const what = untested === undefined ? text : `${text} *Untested.*`
    return `| [${id.slice(area.length + 1)}](${id}.md) | ${[...levels, what.replaceAll('|', '\\|')].join(' | ')} |`
  })
  return [
    `## ${area}\n`,
    `| requirement | ${editionIds.join(' | ')} | what it asks |`,
    `|---|${editionIds.map(() => '---|').join('')}---|`,
    ...rows,
  ].join('\n')
}
