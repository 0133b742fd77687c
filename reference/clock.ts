// Where time enters the gateway: a clock that is passed in.

export interface Clock {
  /** Unix time in milliseconds. */
  now(): number
}

/** The clock's time in whole Unix seconds, as lifetimes count. */
export function unixSeconds(clock: Clock): bigint {
  return BigInt(Math.floor(clock.now() / 1000))
}
