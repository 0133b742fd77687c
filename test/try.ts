// Tries scenarios in process: `node dist/test/try.js [--mutant NAME] [pattern…]`, for those who write scenarios.
import { randomBytes, randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { referenceGateway, referenceInstance, referenceTarget } from '../bin/reference-target.ts'
import { appliesTo, execute } from '../harness/execute.ts'
import { loadScenarios } from '../harness/load.ts'
import { inProcess } from '../harness/transport/in-process.ts'
import type { GatewayOptions } from '../reference/gateway.ts'
import { editions } from '../spec/editions.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mutant: { type: 'string' }, verbose: { type: 'boolean' } },
})
const mutant = values.mutant
  ? ((await import(new URL(`../fixtures/mutants/${values.mutant}.js`, import.meta.url).href)) as {
      default: { breaks: string; alter: NonNullable<GatewayOptions['alter']> }
    })
  : undefined

let offset = 0
const clock = {
  now: () => Date.now() + offset,
  pass: async (ms: number) => {
    offset += ms
  },
}
const scenarios = (await loadScenarios()).filter(
  ({ name }) => positionals.length === 0 || positionals.some((pattern) => name.includes(pattern)),
)
for (const edition of Object.values(editions)) {
  const instance = referenceInstance(edition.id, randomBytes)
  const gateway = referenceGateway(instance, {
    clock,
    random: (length) => new Uint8Array(randomBytes(length)),
    ids: randomUUID,
    log: (entry) => console.error('log', entry),
    ...(mutant && { alter: mutant.default.alter }),
  })
  const channel = inProcess(new Map([['a.example', gateway]]), () => new Promise(() => undefined))
  const target = referenceTarget([instance], '0')
  for (const loaded of scenarios.filter((one) => appliesTo(one, edition))) {
    const result = await execute(loaded, { edition, target, channel, seed: 1, clock })
    const quiet = result.verdict === 'pass' && !values.verbose
    console.log(
      `${edition.id} ${result.verdict.padEnd(14)} ${result.level.padEnd(8)} ${loaded.name} ${result.durationMs.toFixed(0)} ms`,
    )
    if (quiet) continue
    console.log(`    ${result.summary}`)
    for (const { expected, actual, at } of result.mismatches)
      console.log(`    ${at}: expected ${expected}, was ${actual}`)
    if (!values.verbose) continue
    for (const exchange of result.exchanges) {
      const answer = exchange.response
        ? `${exchange.response.status} ${Buffer.from(exchange.response.body).toString()}`
        : exchange.noAnswer
      console.log(
        `    ${exchange.id} ${exchange.from} ${exchange.request.method} ${exchange.request.target} -> ${answer}`,
      )
    }
  }
}
