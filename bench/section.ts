// What a section of the bench is, and how it tells what it found.

/** A figure, with the goal it is held to where there is one. */
export interface Figure {
  readonly what: string
  readonly figure: string
  readonly goal?: { readonly text: string; readonly isMet: boolean }
}

export type Say = (figure: Figure) => void

/** `full` is what is published; `tiny` only shows that a section works. */
export type Scale = 'full' | 'tiny'

export interface Section {
  /** What it is called on the command line. */
  readonly name: string
  readonly measures: string
  run(say: Say, scale: Scale): Promise<void>
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The median of ratios, and how far they are apart: `0.61 (0.58 to 0.66)`. */
export function spread(ratios: readonly number[]): string {
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)]
  return `${median(ratios).toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`
}

/** CPU time that this process spends on something, all of its threads together: what others do on the machine is not in it. */
export async function cpuMicros(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
