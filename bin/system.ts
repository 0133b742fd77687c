// The machine's clock and randomness, read here and handed to the gateways that a command starts.
import { randomBytes, randomUUID } from 'node:crypto'

export const system = {
  clock: { now: () => Date.now() },
  random: (length: number) => new Uint8Array(randomBytes(length)),
  ids: () => randomUUID() as string,
}

/** A bearer token that nobody can guess. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}
