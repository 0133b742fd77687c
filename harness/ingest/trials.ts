// A flawed object and its control twin, sent one after the other; what is read in between must be as before.
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { accepted, refused } from '../match/answer.ts'
import { all, type Judgement } from '../match/judgement.ts'
import { allUnchanged } from '../match/read-back.ts'
import type { Scenario } from '../scenario.ts'

/** Two objects that differ in one point alone, by the name under which the evidence shows what became of them. */
export interface Trial<Sent> {
  readonly name: string
  wrong(): Promise<Sent>
  right(): Promise<Sent>
}

/** How objects of one kind come in. */
export interface Way<Sent> {
  send(sent: Sent): Promise<Answer>
  read(): Promise<Answer[]>
  /** Moves the clients on once the gateway has accepted it; only done where another trial follows. */
  follow?(sent: Sent): Promise<void>
}

export type TrialEvidence = Readonly<Record<string, Answer | readonly Answer[]>>

const [twin, before, after] = [': twin', ': before', ': after']

/**
 * Tries each in its turn, all in one place. It ends early where a flawed object is taken or a twin is not: what follows would
 * start from something else than it was made for, and the verdict is clear.
 */
export async function tryEach<Sent>(route: Way<Sent>, trials: readonly Trial<Sent>[]): Promise<TrialEvidence> {
  const evidence: Record<string, Answer | readonly Answer[]> = {}
  for (const [index, trial] of trials.entries()) {
    const { name } = trial
    const flawed = await trial.wrong()
    evidence[name + before] = await route.read()
    const attempt = await route.send(flawed)
    evidence[name] = attempt
    evidence[name + after] = await route.read()
    const good = await trial.right()
    const answer = await route.send(good)
    evidence[name + twin] = answer
    if (isAccepted(attempt) || !isAccepted(answer)) break
    if (index < trials.length - 1) await route.follow?.(good)
  }
  return evidence
}

/** Every flawed object is refused and changes nothing; every twin is accepted. */
export const trialDemands: Required<Pick<Scenario<TrialEvidence>, 'controls' | 'judge'>> = {
  controls: (evidence) => all(...namesIn(evidence).map((name) => accepted(answerOf(evidence, name + twin)))),
  judge: (evidence) => all(...namesIn(evidence).map((name) => refusedWithoutEffect(evidence, name))),
}

function refusedWithoutEffect(evidence: TrialEvidence, name: string): Judgement {
  const earlier = readingOf(evidence, name + before)
  return all(refused(answerOf(evidence, name)), allUnchanged(earlier, readingOf(evidence, name + after)))
}

function namesIn(evidence: TrialEvidence): string[] {
  return Object.keys(evidence).filter((name) => name + twin in evidence)
}

function answerOf(evidence: TrialEvidence, name: string): Answer {
  const [answer] = readingOf(evidence, name)
  if (answer === undefined) throw new Error(`the evidence has no answer "${name}"`)
  return answer
}

function readingOf(evidence: TrialEvidence, name: string): readonly Answer[] {
  const found = evidence[name]
  if (found === undefined) return []
  return 'exchange' in found ? [found] : found
}
