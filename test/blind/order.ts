// The order in which a mutant meets the checks that reach it, so that the one that sees it comes early.
import type { BlindMutant } from './instrument.ts'
import type { Test } from './trial.ts'

type Place = Pick<BlindMutant, 'id' | 'file' | 'line'>

export interface Order {
  /** The tests, by number, that can see this mutant, the likeliest first. */
  of(mutant: Place): readonly number[]
  /** Remembers which test saw a mutant: it will see others that stand close by. */
  learn(mutant: Place, test: number): void
}

export interface Reach {
  readonly tests: readonly Test[]
  /** Numbers of the tests, by mutant. */
  readonly reached: { readonly [mutant: string]: readonly number[] }
  /** Mutants in what runs when the gateway is loaded. */
  readonly loaded: readonly string[]
}

/**
 * First what has seen mutants of the same file, the closer the better. Then one test of each requirement, then the next of
 * each; among these, those first that reach the least, as a mutant is a larger part of what they are about.
 *
 * What runs at loading is reached by no test of its own. It meets the tests that reach something else in its file, those
 * first that come closest to it: a check's rule stands in the object that the loading makes. Where nothing else in the file is
 * reached, it is all that the file is for, and meets every test.
 */
export function createOrder(mutants: readonly Place[], { tests, reached, loaded }: Reach): Order {
  const breadth = breadthOf(reached)
  const narrowFirst = tests.map((_, index) => index).toSorted((a, b) => (breadth[a] ?? 0) - (breadth[b] ?? 0))
  const seen = new Map<string, { readonly line: number; readonly test: number }[]>()

  const distances = ({ id, file, line }: Place): ReadonlyMap<number, number> => {
    if (!loaded.includes(id)) return new Map((reached[id] ?? []).map((test) => [test, 0]))
    const found = new Map<number, number>()
    for (const other of mutants.filter((one) => one.file === file))
      for (const test of reached[other.id] ?? [])
        found.set(test, Math.min(found.get(test) ?? Number.POSITIVE_INFINITY, Math.abs(other.line - line)))
    return found.size > 0 ? found : new Map(tests.map((_, test) => [test, 0]))
  }
  const nearness = ({ file, line }: Place) => {
    const scores = new Map<number, number>()
    for (const kill of seen.get(file) ?? [])
      scores.set(kill.test, (scores.get(kill.test) ?? 0) + 1 / (1 + Math.abs(kill.line - line)))
    return (test: number) => scores.get(test) ?? 0
  }

  return {
    of(mutant) {
      const distance = distances(mutant)
      const near = nearness(mutant)
      const found = narrowFirst.filter((test) => distance.has(test))
      const turns = turnsOf(found.map((test) => requirementOf(tests[test])))
      return found
        .map((test, index) => ({ test, near: near(test), distance: distance.get(test) ?? 0, turn: turns[index] ?? 0 }))
        .toSorted((a, b) => b.near - a.near || a.distance - b.distance || a.turn - b.turn)
        .map(({ test }) => test)
    },
    learn({ file, line }, test) {
      seen.set(file, [...(seen.get(file) ?? []), { line, test }])
    },
  }
}

/** How many mutants each test reaches, by its number. */
function breadthOf(reached: Reach['reached']): readonly number[] {
  const counts: number[] = []
  for (const found of Object.values(reached)) for (const test of found) counts[test] = (counts[test] ?? 0) + 1
  return counts
}

/** For each of the names, how often it has come before. */
function turnsOf(names: readonly string[]): readonly number[] {
  const counts = new Map<string, number>()
  return names.map((name) => {
    const turn = counts.get(name) ?? 0
    counts.set(name, turn + 1)
    return turn
  })
}

function requirementOf(test: Test | undefined): string {
  return test?.scenario.split('.')[0] ?? ''
}
