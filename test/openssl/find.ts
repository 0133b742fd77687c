// Which OpenSSL is here, for the tests that compare with it.
import { spawnSync } from 'node:child_process'

/** What `openssl version` says; empty where there is none. */
export function opensslVersion(): string {
  return (spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '').trim()
}

/** The rules that are compared are those of OpenSSL 3. */
export function isComparable(version: string): boolean {
  return /^OpenSSL 3\./.test(version)
}
