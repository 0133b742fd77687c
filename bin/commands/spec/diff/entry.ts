// One line of a difference, before a format gives it a look.
import type { Run } from '../../../../draft/diff/model.ts'

export type Tone = 'bad' | 'good' | 'change' | 'quiet'

export interface Entry {
  readonly tone: Tone
  /** What happened, in one to five words. */
  readonly what: string
  readonly place: string
  readonly words: readonly Run[]
  readonly notes: readonly string[]
}

interface At {
  readonly section: string
  readonly line: number
}

/** `doors, line 8 (was line 7)`; the old section only where it is another one. */
export function placeText(was: At | undefined, now: At | undefined): string {
  const at = now ?? was
  if (at === undefined) return ''
  const where = `${at.section || 'above the first section'}, line ${at.line}`
  if (was === undefined) return where
  if (now === undefined) return `was ${where}`
  if (was.section === now.section && was.line === now.line) return where
  return `${where} (was ${was.section === now.section ? '' : `${was.section}, `}line ${was.line})`
}
