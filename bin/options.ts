// Parsers of option values that several commands share; a value they refuse ends the command with exit code 2.
import { InvalidArgumentError } from 'commander'
import { suggestion } from '../harness/nearest.ts'
import { type EditionId, editionIds } from '../spec/edition.ts'
import { type Level, levels } from '../spec/requirement.ts'

/** For options that may be given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

export function collectEdition(value: string, before: readonly EditionId[] = []): EditionId[] {
  return [...before, parseEdition(value)]
}

export function parseEdition(value: string): EditionId {
  return oneOf(editionIds, value)
}

export function parseLevel(value: string): Level {
  return oneOf(levels, value.toUpperCase())
}

function oneOf<T extends string>(allowed: readonly T[], value: string): T {
  const found = allowed.find((candidate) => candidate === value)
  if (found !== undefined) return found
  throw new InvalidArgumentError(`Expected ${allowed.join(', ')}${suggestion(value, allowed)}`)
}

/** A parser of whole numbers within bounds, both inclusive. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (value: string) => number {
  return (value) => {
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= least && number <= most) return number
    throw new InvalidArgumentError(
      `Expected a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`}.`,
    )
  }
}
