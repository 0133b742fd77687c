// Tries scenarios in process: `node dist/test/try.js [--mutant NAME | --variation NAME] [--verbose] [pattern…]`, for those who write them.
import { parseArgs } from 'node:util'
import { againstReference } from '../bin/in-process.ts'
import { mutantNamed, variationNamed } from '../bin/kill-matrix/subjects.ts'
import type { Variation } from '../fixtures/variation.ts'
import { appliesTo, execute } from '../harness/execute.ts'
import { loadScenarios } from '../harness/load.ts'
import type { Result } from '../harness/result.ts'
import { editionIds } from '../spec/edition.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutant: { type: 'string' },
    variation: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})

const variant = await variantNamed()
const wanted = (name: string) => positionals.length === 0 || positionals.some((pattern) => name.includes(pattern))
const scenarios = (await loadScenarios()).filter(({ name }) => wanted(name))
for (const id of editionIds) {
  const { execution, close } = againstReference(id, variant)
  for (const loaded of scenarios.filter((one) => appliesTo(one, execution.edition))) {
    show(await execute(loaded, execution))
  }
  await close()
}

async function variantNamed(): Promise<Pick<Variation, 'alter' | 'without' | 'furtherDomains'> | undefined> {
  if (values.mutant !== undefined) return mutantNamed(values.mutant)
  return values.variation === undefined ? undefined : variationNamed(values.variation)
}

function show(result: Result): void {
  console.log(`${result.edition} ${result.verdict.padEnd(14)} ${result.level.padEnd(8)} ${result.scenario}`)
  if (result.verdict === 'pass' && !values.verbose) return
  console.log(`    ${result.summary}`)
  for (const { expected, actual, at } of result.mismatches)
    console.log(`    ${at}: expected ${expected}, was ${actual}`)
  if (!values.verbose) return
  for (const { id, from, request, response, noAnswer } of result.exchanges) {
    const answer = response ? `${response.status} ${new TextDecoder().decode(response.body)}` : noAnswer
    console.log(`    ${id} ${from} ${request.method} ${request.target} -> ${answer}`)
  }
}
