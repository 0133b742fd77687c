// When a key package may be used, by its lifetime (RFC 9420 section 7.2; reading A-01: expired is past not_after).
import type { StoredPackage } from '../store/store.ts'

/** `now` in Unix seconds; the last second of the lifetime still counts. */
export function isExpired({ notAfter }: StoredPackage, now: bigint): boolean {
  return now > notAfter
}

export function isPremature({ notBefore }: StoredPackage, now: bigint): boolean {
  return now < notBefore
}
