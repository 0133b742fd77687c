// What changed in the operations: method, path, and every member of input and output.
import type { Draft, DraftOperation } from '../model.ts'
import { shapeChanges } from './members.ts'
import type { OperationChange, OperationName } from './model.ts'
import { overlap, pairedByScore } from './paired.ts'
import type { SectionMap } from './sections.ts'
import { type Renaming, renamed } from './terms.ts'
import { partsIn } from './words.ts'

interface Known {
  readonly sections: SectionMap
  readonly renamings: readonly Renaming[]
}

export function operationChanges(old: Draft, now: Draft, { sections, renamings }: Known): readonly OperationChange[] {
  const isHome = (from: DraftOperation, to: DraftOperation) => sections.get(from.section)?.anchor === to.section
  const pathOf = ({ path }: DraftOperation) => renamed(partsIn(path), renamings)
  const pairs = pairedByScore({
    old: old.operations,
    now: now.operations,
    least: 0.62,
    score: (from, to) =>
      0.5 * overlap(pathOf(from), partsIn(to.path)) +
      (from.method === to.method ? 0.2 : 0) +
      (isHome(from, to) ? 0.12 : 0) +
      0.18 *
        overlap(
          namesOf(from).flatMap((name) => renamed(partsIn(name), renamings)),
          namesOf(to).flatMap(partsIn),
        ),
  })
  const came = new Set(pairs.values())
  return [
    ...old.operations.flatMap((from): readonly OperationChange[] => {
      const to = pairs.get(from)
      if (to === undefined) return [{ change: 'removed', from: nameOf(from), method: false, path: false, members: [] }]
      const method = from.method !== to.method
      const path = from.path !== to.path && pathOf(from).join('/') !== partsIn(to.path).join('/')
      const members = [
        ...shapeChanges(from.input, to.input, { at: 'input', renamings }),
        ...shapeChanges(from.output, to.output, { at: 'output', renamings }),
      ]
      const renames = members.every((one) => one.change === 'renamed' && isRenaming(one.from, one.to, renamings))
      const change =
        method || path || !renames ? 'changed' : from.path !== to.path || members.length > 0 ? 'renamed' : 'moved'
      if (change === 'moved' && isHome(from, to)) return []
      return [{ change, from: nameOf(from), to: nameOf(to), method, path, members }]
    }),
    ...now.operations
      .filter((operation) => !came.has(operation))
      .map((to): OperationChange => ({ change: 'added', to: nameOf(to), method: false, path: false, members: [] })),
  ]
}

function isRenaming(from: string | undefined, to: string | undefined, renamings: readonly Renaming[]): boolean {
  return (
    renamed(partsIn(from ?? ''), renamings).join() === partsIn(to ?? '').join() &&
    from?.toLowerCase() !== to?.toLowerCase()
  )
}

function namesOf({ input, output }: DraftOperation): readonly string[] {
  return [...(input?.members ?? []), ...(output?.members ?? [])].map(({ name }) => name)
}

function nameOf({ method, path, section, line }: DraftOperation): OperationName {
  return { method, path, section, line }
}
