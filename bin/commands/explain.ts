// `explain`: one requirement in full, down to the requests that show it by hand.
import { Command } from 'commander'
import { ConfigurationError } from '../../harness/configuration-error.ts'
import { suggestion } from '../../harness/nearest.ts'
import { allStated, loadExplanations } from '../explain/explanation.ts'
import { explanationText } from '../explain/terminal.ts'

export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'one requirement: what, why it matters, reading, how it is tested, what a faulty gateway does, by hand',
    )
    .argument('<id>', 'requirement id (key-queue/unique-attributes) or row (KQ-04)')
    .action(async (sought: string) => {
      const ids = idsOf(sought)
      const explanationOf = await loadExplanations()
      const texts = await Promise.all(ids.map((id) => explanationText(explanationOf(id))))
      process.stdout.write(`${texts.join('\n\n')}\n`)
    })
}

/** The ids of the requirements that an id or row means. */
function idsOf(sought: string): string[] {
  const matching = allStated.filter(
    ({ requirement }) => requirement.id === sought.toLowerCase() || requirement.rows.includes(sought.toUpperCase()),
  )
  if (matching.length > 0) return [...new Set(matching.map(({ requirement }) => requirement.id))]
  const names = allStated.flatMap(({ requirement }) => [requirement.id, ...requirement.rows])
  const hint = suggestion(sought, names) || '; `mimi-conformance list` names them all'
  throw new ConfigurationError(`explain ${sought}: expected the id or row of a requirement, none is called that${hint}`)
}
