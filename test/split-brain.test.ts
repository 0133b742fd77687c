// Two gateways are raced and cut apart, in virtual time from seeds: a group never splits, and nobody's welcome is lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againstReference } from '../bin/in-process.ts'
import { execute } from '../harness/execute.ts'
import { type LoadedScenario, loadScenario } from '../harness/load.ts'
import { raceAcross } from '../harness/probe/race-across.ts'
import type { Result } from '../harness/result.ts'
import { defineScenario } from '../harness/scenario.ts'
import type { LogEntry } from '../reference/log.ts'
import { type EditionId, editionIds } from '../spec/edition.ts'

const races = 200

/** Less than the slowest link takes, so that either gateway can be the first to be asked. */
const longestWaitMs = 120

/** Tells a story at two gateways of the reference; what they log has to be nothing at all. */
async function told(loaded: LoadedScenario, edition: EditionId, seed: number): Promise<Result> {
  const log: LogEntry[] = []
  const { execution } = againstReference(edition, { seed, log: (entry) => void log.push(entry) })
  const result = await execute(loaded, execution)
  const failing = { seed, verdict: result.verdict, why: result.summary, mismatches: result.mismatches, log }
  assert.deepEqual(failing, { ...failing, verdict: 'pass', mismatches: [], log: [] })
  return result
}

/** The domains whose gateway took a commit of that race from its own application at the first attempt. */
function winners({ evidence, exchanges }: Result): string[] {
  const raced = evidence['raced']
  const ids: readonly string[] = raced && 'exchanges' in raced ? raced.exchanges : []
  return ids
    .map((id) => exchanges.find((exchange) => exchange.id === id))
    .flatMap((exchange) => (exchange?.response?.status === 201 ? [exchange.to] : []))
}

test(`of two commits for one epoch at two gateways one wins, in ${races} races over a slow link`, async (context) => {
  const { name, scenario } = await loadScenario('journey/two-domains.racing-commits')
  const waiting = defineScenario({
    ...scenario,
    probe: (stage) => raceAcross(stage, stage.world.random.branch('start').below(longestWaitMs)),
  })
  const won = new Map<string, number>()
  for (let seed = 1; seed <= races; seed++) {
    const edition = editionIds[seed % editionIds.length] ?? editionIds[0]
    const winner = winners(await told({ name, scenario: waiting }, edition, seed))
    assert.equal(winner.length, 1, `seed ${seed}`)
    const [place = ''] = winner
    won.set(place, (won.get(place) ?? 0) + 1)
  }
  assert.deepEqual([...won.keys()].sort(), ['a.example internal', 'b.example internal'])
  context.diagnostic([...won].map(([place, count]) => `${place} won ${count}`).join(', '))
  for (const [place, count] of won) assert.ok(count >= races / 10, `${place} won ${count} of ${races}: that is no race`)
})

for (const edition of editionIds) {
  test(`${edition}: thirty commits behind a cut link arrive when it heals, with the welcome among them`, async () => {
    const { exchanges } = await told(await loadScenario('journey/two-domains.cut-off'), edition, 1)
    const cut = exchanges.filter(({ noAnswer }) => noAnswer === 'the link was cut')
    assert.ok(cut.length > 0, 'nothing was stopped by the cut')
  })
}
