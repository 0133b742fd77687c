// Time as the simulated world sees it; passed in, so that expiry can be tested without waiting.

export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Resolves once `ms` milliseconds have passed on this clock. */
  pass(ms: number): Promise<void>
}

/** Unix seconds, as MLS lifetimes count them. */
export function seconds(clock: Clock): bigint {
  return BigInt(Math.floor(clock.now() / 1000))
}
