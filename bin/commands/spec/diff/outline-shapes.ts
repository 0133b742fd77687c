// The entries of a difference that are no sentences: operations, objects, figures, sections, remarks.
import type {
  DefinitionChange,
  FigureChange,
  MemberChange,
  OperationChange,
  RemarkChange,
  SectionChange,
} from '../../../../draft/diff/model.ts'
import { runsBetween } from '../../../../draft/diff/runs.ts'
import { type Entry, placeText, type Tone } from './entry.ts'

const tones: Readonly<Record<string, Tone>> = { added: 'good', removed: 'bad', changed: 'change', renamed: 'change' }
const words: Readonly<Record<string, string>> = { added: 'new', removed: 'gone', notation: 'notation only' }

export function operationEntries(changes: readonly OperationChange[]): readonly Entry[] {
  return changes.map(({ change, from, to, method, path, members }) => ({
    tone: tones[change] ?? 'quiet',
    what: `${words[change] ?? change}: ${arrow(operationText(from), operationText(to))}`,
    place: placeText(from, to),
    words: [],
    notes: [
      ...(method ? [`method: ${from?.method} -> ${to?.method}`] : []),
      ...(path || (from?.path !== to?.path && from && to) ? [`path: ${from?.path} -> ${to?.path}`] : []),
      ...members.map(memberText),
    ],
  }))
}

export function definitionEntries(changes: readonly DefinitionChange[]): readonly Entry[] {
  return changes.map(({ change, from, to, members }) => ({
    tone: tones[change] ?? 'quiet',
    what: `${words[change] ?? change}: ${arrow(from?.name, to?.name)}`,
    place: placeText(from, to),
    words: [],
    notes: [
      ...(from && to && from.notation !== to.notation ? [`notation: ${from.notation} -> ${to.notation}`] : []),
      ...members.map(memberText),
    ],
  }))
}

export function figureEntries(changes: readonly FigureChange[]): readonly Entry[] {
  return changes.map(({ change, from, to }) => ({
    tone: tones[change] ?? 'quiet',
    what: `${words[change] ?? change}: ${(to ?? from)?.kind}`,
    place: placeText(from, to),
    words: from && to ? runsBetween(from.text, to.text) : [],
    notes: [],
  }))
}

export function sectionEntries(changes: readonly SectionChange[]): readonly Entry[] {
  return changes.map(({ change, from, to }) => ({
    tone: 'quiet',
    what: `${words[change] ?? change}: ${arrow(from?.title, to?.title)}`,
    place: `line ${(to ?? from)?.line}`,
    words: [],
    notes: [],
  }))
}

export function remarkEntries(changes: readonly RemarkChange[]): readonly Entry[] {
  return changes.map(({ change, section, line, text }) => ({
    tone: change === 'appeared' ? 'change' : 'quiet',
    what: change,
    place: placeText(
      change === 'resolved' ? { section, line } : undefined,
      change === 'appeared' ? { section, line } : undefined,
    ),
    words: [{ kind: 'same', text }],
    notes: [],
  }))
}

function memberText({ at, change, from, to, note }: MemberChange): string {
  const how =
    change === 'type' ? (note ?? 'type') : change === 'optional' || change === 'required' ? `now ${change}` : change
  const values = arrow(from, to)
  return `${at}: ${how}${values === '' ? '' : `: ${values}`}`
}

function operationText(operation: OperationChange['from']): string | undefined {
  return operation && `${operation.method} ${operation.path}`
}

function arrow(from: string | undefined, to: string | undefined): string {
  return from === to || to === undefined ? (from ?? '') : from === undefined ? to : `${from} -> ${to}`
}
