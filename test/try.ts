// Tries scenarios in process: `node dist/test/try.js [--mutant NAME] [--verbose] [pattern…]`, for those who write them.
import { parseArgs } from 'node:util'
import { againstReference } from '../bin/in-process.ts'
import { mutantNamed } from '../bin/kill-matrix/subjects.ts'
import { appliesTo, execute } from '../harness/execute.ts'
import { loadScenarios } from '../harness/load.ts'
import type { Result } from '../harness/result.ts'
import { editionIds } from '../spec/edition.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mutant: { type: 'string' }, verbose: { type: 'boolean', default: false } },
})

const alter = values.mutant === undefined ? undefined : (await mutantNamed(values.mutant)).alter
const wanted = (name: string) => positionals.length === 0 || positionals.some((pattern) => name.includes(pattern))
const scenarios = (await loadScenarios()).filter(({ name }) => wanted(name))
for (const id of editionIds) {
  const { execution, close } = againstReference(id, alter && { alter })
  for (const loaded of scenarios.filter((one) => appliesTo(one, execution.edition))) {
    show(await execute(loaded, execution))
  }
  await close()
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
