// The demands on what was tried on an X.509 application: flawed chains or definitions refused without effect, the others taken.
import type { Answer } from '../../simulator/answer.ts'
import { accepted, each, refused } from './answer.ts'
import { all, type Judgement } from './judgement.ts'
import { allUnchanged } from './read-back.ts'

/** What the gateway said, and what the queues held before and after what was flawed. */
export type TriedChains = {
  readonly before: readonly Answer[]
  readonly attacks: readonly Answer[]
  readonly after: readonly Answer[]
  readonly twins: readonly Answer[]
}

/** What the gateway said to definitions of applications, and to their application servers after the flawed ones. */
export type TriedDefinitions = {
  readonly attacks: readonly Answer[]
  readonly uses: readonly Answer[]
  readonly twins: readonly Answer[]
}

/** Controls and judge of a story that tries chains and nothing else. */
export const flawedRefused = {
  controls: ({ twins }: Pick<TriedChains, 'twins'>): Judgement => each(twins, accepted),
  judge: ({ before, attacks, after }: TriedChains): Judgement =>
    all(each(attacks, refused), allUnchanged(before, after)),
}

/** Chains whose meaning is asked for, and one that says everything in its leaf. */
export type TriedDerivation = TriedChains & { readonly plain: Answer }

/** The same where it is judged whom a chain names, so that a client who is not taken for whom it is counts as well. */
export const derivedAsSaid = {
  controls: ({ plain }: TriedDerivation): Judgement => accepted(plain),
  judge: (tried: TriedDerivation): Judgement => all(each(tried.twins, accepted), flawedRefused.judge(tried)),
}

/** The same for definitions: what was refused is not there to be used. */
export const definitionsRefused = {
  controls: flawedRefused.controls,
  judge: ({ attacks, uses }: TriedDefinitions): Judgement => all(each(attacks, refused), each(uses, refused)),
}
