// How the measurements tell what they found.

export type Say = (what: string, figure: string) => void

export function say(what: string, figure: string): void {
  console.log(`${what.padEnd(64)} ${figure}`)
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}
