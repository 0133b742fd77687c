// Runs one scenario against one target: sets the stage, lets the probe talk, has the judge look, gives the result.
import { MlsRejection } from '../mls/rejection.ts'
import type { Clock } from '../simulator/clock.ts'
import { createFederation } from '../simulator/federation.ts'
import { randomFrom } from '../simulator/random.ts'
import { createWorld } from '../simulator/world.ts'
import { claimOf } from '../spec/capability.ts'
import type { Edition } from '../spec/edition.ts'
import type { Requirement } from '../spec/requirement.ts'
import { restoreEvidence, storeEvidence } from './evidence.ts'
import type { Network } from './link/network.ts'
import type { LoadedScenario } from './load.ts'
import { all, besideSilence, type Judgement } from './match/judgement.ts'
import { gatewayMade, named, namedMismatch } from './names.ts'
import { createStageLinks, type StageLinks } from './probe/links.ts'
import { setStage } from './probe/stage.ts'
import type { EvidenceReference, Result } from './result.ts'
import type { Evidence, Scenario } from './scenario.ts'
import type { RunningTarget } from './target.ts'
import { speaking } from './transport/dialect.ts'
import { type Channel, type Recorder, recorder } from './transport/recorder.ts'
import { Unreachable } from './unreachable.ts'
import { decide, isDue, type Judgements, type Outcome, unreached } from './verdict.ts'
import { federatedDomains, lacking, neededFor } from './world-plan.ts'

export interface Execution {
  readonly edition: Edition
  readonly target: RunningTarget
  readonly channel: Channel
  readonly seed: number
  /** Drawn anew for each run against gateways that remember earlier ones, so that no id or handle comes again. */
  readonly fresh?: string | undefined
  readonly clock: Clock
  /** The links between the target's gateways, where they are recorded, and the domains that the suite plays. */
  readonly network?: Network | undefined
}

/** Whether a scenario has anything to say in an edition: it lists the requirement, and the story is told there. */
export function appliesTo({ scenario }: LoadedScenario, edition: Edition): boolean {
  const listed = edition.requirements.some((requirement) => requirement.id === scenario.requirement)
  return listed && (scenario.editions?.includes(edition.id) ?? true)
}

/**
 * Runs a scenario and returns its result; never throws: what goes wrong on our side is the verdict `error`.
 * Inputs follow from (seed, edition, scenario) alone; against gateways that were running before, also from `fresh`.
 */
export async function execute(loaded: LoadedScenario, execution: Execution): Promise<Result> {
  const { edition, target, seed, clock, network } = execution
  const requirement = edition.requirements.find((candidate) => candidate.id === loaded.scenario.requirement)
  if (!requirement) throw new Error(`edition ${edition.id} has no requirement ${loaded.scenario.requirement}`)
  const start = clock.now()
  const record = recorder(execution.channel, () => clock.now() - start)
  const links = network && createStageLinks({ edition, network, record, startMs: start })
  const { outcome, evidence } = await tell(loaded, requirement, { ...execution, record, links })
  return {
    edition: edition.id,
    requirement: requirement.id,
    rows: requirement.rows,
    level: requirement.level,
    binds: requirement.binds,
    section: requirement.section,
    scenario: loaded.name,
    ...inNames(outcome, evidence, record),
    durationMs: clock.now() - start,
    readings: requirement.readings ?? [],
    reproduce: `npx mimi-conformance run --only '${requirement.id}' --edition ${edition.id} --seed ${seed}`,
    evidence,
    exchanges: record.exchanges.toSorted((one, other) => one.startedAtMs - other.startedAtMs),
    due: isDue(requirement, target.capabilities),
  }
}

interface Told {
  readonly outcome: Outcome
  readonly evidence: Record<string, EvidenceReference>
}

type Telling = Execution & { readonly record: Recorder; readonly links: StageLinks | undefined }

async function tell(loaded: LoadedScenario, requirement: Requirement, telling: Telling): Promise<Told> {
  const { edition, target, network } = telling
  const { world: plan, needs = [] } = loaded.scenario
  const needed = [...requirement.needs, ...needs, ...neededFor(plan, edition.id)]
  const missing = needed.filter((need) => !target.capabilities.includes(need))
  const [first] = missing
  const undeclared = notApplicable(`the target does not declare ${first}`)
  const isClaim = missing.every((need) => requirement.id === claimOf(need))
  if (first && !isClaim) return { outcome: undeclared, evidence: {} }
  const lack = lacking(plan, { edition: edition.id, target, network })
  if (lack !== undefined) return { outcome: notApplicable(lack), evidence: {} }
  if (loaded.scenario.credentials && target.dialect.authentication === 'none')
    return { outcome: notApplicable('needs authentication'), evidence: {} }
  if (loaded.scenario.otherSuites && target.cipherSuites.length < 2)
    return { outcome: notApplicable('the target declares one cipher suite only'), evidence: {} }
  const told = await reachVerdict(loaded, requirement, telling)
  if (!first || told.outcome.verdict === 'error') return told
  // What was not declared is not judged; that it works all the same is worth knowing.
  const works = { ...notApplicable(`${first} works, although the target does not declare it`), underClaim: first }
  return { ...told, outcome: told.outcome.verdict === 'pass' ? works : undeclared }
}

async function reachVerdict(loaded: LoadedScenario, requirement: Requirement, telling: Telling): Promise<Told> {
  const { edition, record } = telling
  try {
    const evidence = await probe(loaded, telling)
    const judged = judgeEvidence(loaded.scenario, restoreEvidence(evidence, record.exchanges, edition), record.noAnswer)
    return { outcome: decide(requirement, judged), evidence }
  } catch (error) {
    return { outcome: stopped(requirement, error, edition), evidence: {} }
  }
}

/** Lets a scenario's probe talk. What passed on links is as complete as it gets once this is over. */
async function probe({ name, scenario }: LoadedScenario, telling: Telling): Promise<Told['evidence']> {
  const { edition, target, seed, fresh, clock, network, record, links } = telling
  const { world: plan } = scenario
  const random = randomFrom([seed, edition.id, name, fresh].filter((part) => part !== undefined).join('/'))
  const domains = federatedDomains(plan, { edition: edition.id, target, network })
  const world = createWorld({
    edition,
    instances: target.gateways.filter((gateway) => gateway.edition === edition.id),
    transport: speaking(target.dialect, edition, record),
    random,
    clock,
    cipherSuite: target.cipherSuites[0] ?? 1,
    federation: domains && createFederation({ edition, domains, random: random.branch('federation'), clock }),
  })
  try {
    return storeEvidence(await scenario.probe(await setStage(world, { target, plan, links })))
  } finally {
    await links?.close()
  }
}

/** What a story comes to that did not reach its end. */
function stopped(requirement: Requirement, error: unknown, edition: Edition): Outcome {
  if (error instanceof Unreachable) return unreached(requirement, error, edition)
  if (!(error instanceof MlsRejection)) return defect(error)
  const cause = new Unreachable(`an MLS client could not use what it was given: ${error.message}`)
  return unreached(requirement, cause, edition)
}

/** What the judge and the control twins say, where `noAnswer` in the knowledge that an answer of the story never came, and why. */
export function judgeEvidence(scenario: Scenario, evidence: Evidence, noAnswer?: string): Judgements {
  const judge = scenario.judge(evidence)
  const controls = scenario.controls?.(evidence) ?? all()
  if (judge.demands === 0) throw new Error('the judge demands nothing')
  if (judge.refusals > 0 && controls.demands === 0) throw new Error('a demand for refusal has no control twin')
  const fair = (judgement: Judgement) => (noAnswer === undefined ? judgement : besideSilence(judgement, noAnswer))
  return { judge: fair(judge), controls: fair(controls), tolerates: scenario.tolerates }
}

function notApplicable(why: string): Outcome {
  return { verdict: 'not-applicable', summary: why, mismatches: [] }
}

function defect(error: unknown): Outcome {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { verdict: 'error', summary: `the suite itself failed: ${what}`, mismatches: [] }
}

function inNames(outcome: Outcome, evidence: Told['evidence'], { exchanges }: Recorder): Outcome {
  const values = gatewayMade(exchanges)
  const names = new Map<string, string>()
  for (const [name, reference] of Object.entries(evidence)) {
    if ('exchange' in reference) names.set(reference.exchange, name)
    if ('exchanges' in reference)
      for (const [index, id] of reference.exchanges.entries()) names.set(id, `${name}[${index}]`)
  }
  return {
    ...outcome,
    summary: named(outcome.summary, values),
    ...(outcome.firstCause !== undefined && { firstCause: named(outcome.firstCause, values) }),
    mismatches: outcome.mismatches.map((mismatch) => namedMismatch(mismatch, values, names)),
  }
}
