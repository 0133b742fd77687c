// Where randomness enters mls/: a function that is passed in, so that a run can be repeated from a seed.

/** Gives `length` bytes nobody can foresee (or, in a seeded run, the next bytes of the seed's stream). */
export type RandomBytes = (length: number) => Uint8Array
