// A gateway that falls silent in the middle of a story is never blamed for it: no answer is inconclusive (A.13).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againstReference } from '../bin/in-process.ts'
import { appliesTo, type Execution, execute } from '../harness/execute.ts'
import { loadScenarios } from '../harness/load.ts'
import { NoAnswer } from '../harness/transport/recorder.ts'
import { editionIds } from '../spec/edition.ts'

/** Every so manieth story is told. */
const step = 7

const scenarios = await loadScenarios()

for (const id of editionIds)
  test(`${id}: a story whose gateway falls silent before its end blames nobody`, async () => {
    const { execution, close } = againstReference(id)
    const told = scenarios.filter((scenario) => appliesTo(scenario, execution.edition))
    const blamed: string[] = []
    for (const loaded of told.filter((_, index) => index % step === 0)) {
      const { exchanges } = await execute(loaded, { ...execution, fresh: 'whole' })
      const sent = exchanges.length
      for (const answers of new Set([sent - 1, sent - 2, Math.floor(sent * 0.7)])) {
        const { verdict, summary } = await execute(loaded, silentAfter(answers, execution))
        if (verdict !== 'pass' && verdict !== 'inconclusive' && verdict !== 'not-applicable')
          blamed.push(`${loaded.name} after ${answers} of ${sent}: ${verdict}: ${summary}`)
      }
    }
    await close()
    assert.deepEqual(blamed, [])
  })

/** The same, with a gateway that answers so many requests of the story and no more. */
function silentAfter(answers: number, execution: Execution): Execution {
  let asked = 0
  return {
    ...execution,
    fresh: `silent after ${answers}`,
    channel(endpoint, request) {
      if (++asked > answers) return Promise.reject(new NoAnswer('connection refused'))
      return execution.channel(endpoint, request)
    },
  }
}
