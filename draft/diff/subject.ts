// Who has to do what a statement asks, and whether that is somebody else in its new words.
import type { ScopeChange } from './model.ts'
import { type Renaming, renamed } from './terms.ts'
import { isLight, partsIn } from './words.ts'

/** Compares what stands before the first BCP 14 word, back to where its clause begins; renamed terms are the same. */
export function subjectChange(before: string, after: string, renamings: readonly Renaming[]): readonly ScopeChange[] {
  const [from, to] = [subjectOf(before), subjectOf(after)]
  const [old, now] = [matter(renamed(partsIn(from), renamings)), matter(partsIn(to))]
  if (old === '' || now === '' || old === now) return []
  return [{ aspect: 'subject', change: 'changed', from, to }]
}

function subjectOf(text: string): string {
  const [, head = ''] = /^(.*?)\s(?:MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|OPTIONAL)\b/.exec(text) ?? []
  return head.replace(/^.*[,;:(]/, '').trim()
}

function matter(parts: readonly string[]): string {
  return parts.filter((part) => !isLight(part)).join(' ')
}
