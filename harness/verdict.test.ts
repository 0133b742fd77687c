import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../simulator/answer.ts'
import { editions } from '../spec/editions.ts'
import type { Level, Requirement } from '../spec/requirement.ts'
import { judgeEvidence } from './execute.ts'
import { accepted, refused } from './match/answer.ts'
import { all, type Judgement, met, unmet } from './match/judgement.ts'
import { equal, unchanged } from './match/value.ts'
import { defineScenario } from './scenario.ts'
import { Unreachable } from './unreachable.ts'
import { decide as decideFrom, isDue, type Outcome, unreached } from './verdict.ts'
import { emptyDomain } from './world-plan.ts'

const edition = editions['2023-03-17']
const some = edition.requirements.find((one) => one.id === 'key-queue/unique-attributes')
const requirement = (level: Level, binds: Requirement['binds'] = 'gateway'): Requirement => {
  assert.ok(some)
  return { ...some, level, binds }
}

/** An answer with a status, or one that never came. */
function answer(status: number | undefined, operation: Answer['operation'] = 'createKeyQueue'): Answer {
  const exchange = {
    id: 'e1',
    from: 'app-server-1',
    to: 'a.example internal',
    request: { method: 'POST', target: '/', headers: [], body: new Uint8Array() },
    ...(status === undefined ? { noAnswer: 'connection refused' } : {}),
    startedAtMs: 0,
    durationMs: 1,
  }
  return { exchange, ...(operation && { operation }), ...(status !== undefined && { status }) }
}

const nothing: Judgement = all()

/** Judge and control twins of a story that tolerates no reading. */
function decide(of: Requirement, judge: Judgement, controls: Judgement): Outcome {
  return decideFrom(of, { judge, controls })
}

test('a broken demand counts as its level has it', () => {
  const broken = unmet({ expected: 'x', actual: 'y', at: 'e1' })
  const verdicts = (['MUST', 'STEP', 'MAY', 'SHOULD', 'PROFILE'] as const).map(
    (level) => decide(requirement(level), broken, nothing).verdict,
  )
  assert.deepEqual(verdicts, ['fail', 'fail', 'fail', 'warn', 'deviation'])
  assert.equal(decide(requirement('MUST', 'caller'), broken, nothing).verdict, 'deviation')
  assert.equal(decide(requirement('MUST', 'operator'), broken, nothing).verdict, 'deviation')
})

test('a value that is compared is not held against the gateway in a story in which an answer never came', () => {
  const scenario = defineScenario({
    requirement: 'key-queue/unique-attributes',
    story: 'A count is read',
    world: emptyDomain,
    probe: async () => ({ count: answer(200) as Answer<'updateKeyQueue'> }),
    judge: ({ count }) => all(accepted(count), equal(count.value?.keyPackagesInPool, 3, 'keyPackagesInPool')),
  })
  const decided = (count: Answer, noAnswer?: string) =>
    decideFrom(requirement('MUST'), judgeEvidence(scenario, { count }, noAnswer))
  const other: Answer = { ...answer(200), value: { keyPackagesInPool: 4 } }
  assert.equal(decided(other).verdict, 'fail')
  assert.equal(decided(other, 'connection refused').verdict, 'inconclusive')
  assert.equal(decided(other, 'connection refused').firstCause, 'no answer: connection refused')
  assert.equal(decided(answer(200)).verdict, 'fail')
  assert.equal(decided(answer(404), 'connection refused').verdict, 'fail')
})

test('a refused attack beside a refused twin proves nothing', () => {
  const outcome = decide(requirement('MUST'), refused(answer(404)), accepted(answer(404)))
  assert.equal(outcome.verdict, 'inconclusive')
  assert.match(outcome.firstCause ?? '', /control twin/)
})

test('an attack that took effect fails whatever its twin did', () => {
  assert.equal(decide(requirement('MUST'), refused(answer(201)), accepted(answer(404))).verdict, 'fail')
  assert.equal(decide(requirement('MUST'), refused(answer(201)), accepted(answer(201))).verdict, 'fail')
})

test('a refused attack beside an accepted twin passes, and a redirect does not', () => {
  assert.equal(decide(requirement('MUST'), refused(answer(409)), accepted(answer(201))).verdict, 'pass')
  assert.equal(decide(requirement('MUST'), refused(answer(500)), accepted(answer(201))).verdict, 'pass')
  assert.equal(decide(requirement('MUST'), refused(answer(302)), accepted(answer(201))).verdict, 'fail')
})

test('no answer and 504 decide nothing', () => {
  assert.equal(decide(requirement('MUST'), refused(answer(undefined)), accepted(answer(201))).verdict, 'inconclusive')
  assert.equal(decide(requirement('MUST'), refused(answer(504)), accepted(answer(201))).verdict, 'inconclusive')
  assert.equal(decide(requirement('MUST'), accepted(answer(undefined)), nothing).verdict, 'inconclusive')
})

test('a state that changed behind a refusal fails, and one that cannot be read back is said to be so', () => {
  const before = { ...answer(200), value: { clientId: 'a' } } as Answer
  const after = { ...answer(200), value: { clientId: 'b' } } as Answer
  const changed = decide(requirement('MUST'), all(refused(answer(409)), unchanged(before, after)), met)
  assert.deepEqual([changed.verdict, changed.readBack], ['fail', 'changed'])
  const gone = decide(requirement('MUST'), all(refused(answer(409)), unchanged(before, answer(404))), met)
  assert.deepEqual([gone.verdict, gone.readBack], ['fail', 'changed'])
  const unread = decide(requirement('MUST'), all(refused(answer(409)), unchanged(before, answer(500))), met)
  assert.deepEqual([unread.verdict, unread.readBack], ['pass', 'unavailable'])
})

test('what cannot be reached is inconclusive, or not applicable where only the profile asks for the way there', () => {
  const cause = (status: number | undefined, operation: NonNullable<Answer['operation']>) =>
    new Unreachable('because', { answer: answer(status, operation) })
  const verdict = (unreachable: Unreachable) => unreached(requirement('MUST'), unreachable, edition).verdict
  assert.equal(verdict(cause(404, 'createKeyQueue')), 'inconclusive')
  assert.equal(verdict(cause(404, 'retrieveClient')), 'not-applicable')
  assert.equal(verdict(cause(401, 'retrieveClient')), 'inconclusive')
  assert.equal(verdict(cause(500, 'retrieveClient')), 'inconclusive')
  assert.equal(verdict(cause(undefined, 'retrieveClient')), 'inconclusive')
  assert.equal(verdict(cause(422, 'defineApplication')), 'inconclusive')
})

test('control twins that a tolerated reading lets a gateway refuse make the story not applicable, unless the attack took effect', () => {
  const twin = accepted(answer(422))
  const verdict = (judge: Judgement, controls: Judgement, level: 'MUST' | 'PROFILE' = 'MUST') =>
    decideFrom(requirement(level), { judge, controls, tolerates: 'A-31' }).verdict
  assert.equal(verdict(refused(answer(422)), twin), 'not-applicable')
  assert.equal(verdict(refused(answer(201)), twin), 'fail')
  assert.equal(verdict(refused(answer(422)), accepted(answer(201))), 'pass')
  assert.equal(verdict(refused(answer(422)), accepted(answer(undefined))), 'inconclusive')
  assert.equal(verdict(refused(answer(422)), twin, 'PROFILE'), 'inconclusive')
})

test('a refusal that a tolerated reading allows makes what depends on it not applicable', () => {
  const cause = (status: number | undefined, tolerated?: 'A-39') =>
    new Unreachable('because', { answer: answer(status, 'uploadCommit'), tolerated })
  const verdict = (unreachable: Unreachable) => unreached(requirement('MUST'), unreachable, edition).verdict
  assert.equal(verdict(cause(422, 'A-39')), 'not-applicable')
  assert.equal(verdict(cause(422)), 'inconclusive')
  for (const status of [401, 403, 500, undefined]) assert.equal(verdict(cause(status, 'A-39')), 'inconclusive')
})

test('due is what binds the gateway, at MUST or STEP, with every capability declared', () => {
  assert.equal(isDue(requirement('MUST'), ['key-queues']), true)
  assert.equal(isDue(requirement('STEP'), ['key-queues']), true)
  assert.equal(isDue(requirement('SHOULD'), ['key-queues']), false)
  assert.equal(isDue(requirement('MUST'), []), false)
  assert.equal(isDue(requirement('MUST', 'caller'), ['key-queues']), false)
})
