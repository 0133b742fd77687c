// Parsers of option values that several commands share; a value they refuse ends the command with exit code 2.
import { InvalidArgumentError } from 'commander'
import { suggestion } from '../harness/nearest.ts'
import type { Shard } from '../harness/shard.ts'
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

/** `2/4`: the second of four. */
export function parseShard(value: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number)
  if (index >= 1 && index <= count) return { index, count }
  throw new InvalidArgumentError('Expected i/n, for example 1/4 for the first of four.')
}

/** A day that the calendar has, for example `2027-03-31`. */
export function parseDate(value: string): string {
  const day = new Date(`${value}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value))
    return value
  throw new InvalidArgumentError('Expected a day like 2027-03-31.')
}
