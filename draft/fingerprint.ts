// The print of a sentence, by which the catalogue knows it without keeping its words.
import { createHash } from 'node:crypto'
import type { Fingerprint } from '../spec/requirement.ts'

/** SHA-256 of a normalised statement in UTF-8: changes when a word changes, not when lines are wrapped anew. */
export function fingerprint(text: string): Fingerprint {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`
}
