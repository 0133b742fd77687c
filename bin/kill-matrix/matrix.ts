// The kill matrix as data: which mutants were caught by what, which variations raised alarms, what controls passed.
import { editionIds } from '../../spec/edition.ts'
import type { Saying } from './meet.ts'
import type { Subject } from './subjects.ts'

export interface MutantLine {
  readonly id: string
  readonly breaks: readonly string[]
  readonly effect: string
  /** Checks of a broken requirement that saw it, each as `<edition> <scenario>`. */
  readonly killedBy: readonly string[]
  readonly killed: boolean
  /** Editions that have checks of the requirement, none of which saw the fault. */
  readonly livesIn: readonly string[]
  /** Other requirements that were found broken and are not named in `breaks`. */
  readonly strays: readonly string[]
  /** Checks in which the suite itself failed. */
  readonly errors: readonly string[]
}

export interface Matrix {
  readonly mutants: readonly MutantLine[]
  readonly killed: number
  readonly total: number
  readonly variations: readonly { readonly id: string; readonly falseAlarms: readonly string[] }[]
  readonly controls: readonly { readonly id: string; readonly passes: readonly string[] }[]
}

export interface Met {
  readonly subject: Subject
  readonly said: readonly Saying[]
}

export function matrixOf(met: readonly Met[]): Matrix {
  const mutants = met.flatMap((one) => (one.subject.kind === 'mutant' ? [mutantLine(one.subject, one.said)] : []))
  return {
    mutants,
    killed: mutants.filter(({ killed }) => killed).length,
    total: mutants.length,
    variations: met.flatMap(({ subject, said }) =>
      subject.kind === 'variation' ? [{ id: subject.id, falseAlarms: falseAlarms(subject, said) }] : [],
    ),
    controls: met.flatMap(({ subject, said }) =>
      subject.kind === 'control' ? [{ id: subject.id, passes: bindingPasses(said) }] : [],
    ),
  }
}

/** 1 where a mutant lives, a variation raises a false alarm, or a control passes a MUST or STEP. */
export function matrixExitCode({ mutants, variations, controls }: Matrix): number {
  const sound =
    mutants.every(({ killed }) => killed) &&
    variations.every(({ falseAlarms }) => falseAlarms.length === 0) &&
    controls.every(({ passes }) => passes.length === 0)
  return sound ? 0 : 1
}

function mutantLine({ id, mutant }: Extract<Subject, { kind: 'mutant' }>, said: readonly Saying[]): MutantLine {
  const breaks = [mutant.breaks, ...(mutant.also ?? [])]
  const own = said.filter(({ requirement }) => requirement === mutant.breaks)
  const livesIn = editionIds.filter((edition) => {
    const checks = own.filter((saying) => saying.edition === edition)
    return checks.length > 0 && !checks.some(isBroken)
  })
  const seen = said.filter(isBroken)
  return {
    id,
    breaks,
    effect: mutant.effect,
    killedBy: seen.filter(({ requirement }) => breaks.includes(requirement as typeof mutant.breaks)).map(place),
    killed: own.length > 0 && livesIn.length === 0,
    livesIn,
    strays: [...new Set(seen.map(({ requirement }) => requirement))].filter(
      (requirement) => !breaks.includes(requirement as typeof mutant.breaks),
    ),
    errors: said.filter(({ verdict }) => verdict === 'error').map(place),
  }
}

function isBroken({ verdict }: Saying): boolean {
  return verdict === 'fail' || verdict === 'warn' || verdict === 'deviation'
}

/** What looks at a whole run goes by its requirement. */
function place({ edition, scenario, requirement }: Saying): string {
  return `${edition} ${scenario === 'run-wide' ? requirement : scenario}`
}

function falseAlarms({ variation }: Extract<Subject, { kind: 'variation' }>, said: readonly Saying[]): string[] {
  const allowed: readonly string[] = variation.deviates ?? []
  return said
    .filter(({ verdict, requirement, due }) => {
      if (verdict === 'deviation' || verdict === 'warn') return !allowed.includes(requirement)
      return verdict === 'fail' || verdict === 'error' || (verdict === 'inconclusive' && due)
    })
    .map((saying) => `${place(saying)}: ${saying.verdict}`)
}

/** Requirements of level MUST or STEP whose worst check is a pass. */
function bindingPasses(said: readonly Saying[]): string[] {
  const binding = said.filter(
    ({ level, verdict }) => (level === 'MUST' || level === 'STEP') && verdict !== 'not-applicable',
  )
  const names = [...new Set(binding.map(({ edition, requirement }) => `${edition} ${requirement}`))]
  return names.filter((name) =>
    binding
      .filter(({ edition, requirement }) => `${edition} ${requirement}` === name)
      .every(({ verdict }) => verdict === 'pass'),
  )
}
