// How much a caller may send (wire profile, section 7); every figure can be set when a gateway is made.

export interface Limits {
  /** Largest body, in bytes. */
  readonly bodyBytes: number
  readonly keyPackagesPerRequest: number
  /** Longest tag, in bytes of UTF-8; the shortest is 1. */
  readonly tagBytes: number
  readonly tagsPerClient: number
  /** Longest client handle, in bytes; the shortest is 1. */
  readonly handleBytes: number
  readonly jsonDepth: number
  /** Longest lifetime of a key package, in seconds (RFC 9420 section 7.2 asks for a maximum and leaves it open). */
  readonly keyPackageLifetime: number
}

export const defaultLimits: Limits = {
  bodyBytes: 1_048_576,
  keyPackagesPerRequest: 1_000,
  tagBytes: 256,
  tagsPerClient: 256,
  handleBytes: 1_024,
  jsonDepth: 32,
  keyPackageLifetime: 2 * 365 * 86_400,
}
