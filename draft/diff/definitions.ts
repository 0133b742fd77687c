// What changed in the objects and structs that figures define; written in another notation they are still the same.
import type { Definition, Draft } from '../model.ts'
import { shapeChanges } from './members.ts'
import type { DefinitionChange, DefinitionName } from './model.ts'
import { overlap, pairedByScore } from './paired.ts'
import { type Renaming, renamed } from './terms.ts'
import { partsIn } from './words.ts'

interface Defined extends Definition {
  readonly section: string
}

export function definitionChanges(old: Draft, now: Draft, renamings: readonly Renaming[]): readonly DefinitionChange[] {
  const [before, after] = [definedIn(old), definedIn(now)]
  const nameParts = ({ name }: Defined) => renamed(partsIn(name), renamings)
  const pairs = pairedByScore({
    old: before,
    now: after,
    least: 0.6,
    score: (from, to) =>
      from.name === to.name || nameParts(from).join() === partsIn(to.name).join()
        ? 1
        : 0.6 * overlap(membersOf(from, renamings), membersOf(to, [])) +
          0.4 * overlap(nameParts(from), partsIn(to.name)),
  })
  const came = new Set(pairs.values())
  return [
    ...before.flatMap((from): readonly DefinitionChange[] => {
      const to = pairs.get(from)
      if (to === undefined) return [{ change: 'removed', from: nameOf(from), members: [] }]
      const members = shapeChanges(from.shape, to.shape, { at: '', renamings })
      const change = members.length > 0 ? 'changed' : from.name !== to.name ? 'renamed' : 'notation'
      if (change === 'notation' && from.notation === to.notation) return []
      return [{ change, from: nameOf(from), to: nameOf(to), members }]
    }),
    ...after
      .filter((definition) => !came.has(definition))
      .map((to): DefinitionChange => ({ change: 'added', to: nameOf(to), members: [] })),
  ]
}

function definedIn({ figures }: Draft): readonly Defined[] {
  return figures.flatMap(({ section, definitions }) => definitions.map((definition) => ({ ...definition, section })))
}

function membersOf({ shape }: Defined, renamings: readonly Renaming[]): readonly string[] {
  // What has no members is like nothing but its name.
  return (shape.members ?? []).flatMap(({ name }) => renamed(partsIn(name), renamings))
}

function nameOf({ name, notation, section, line }: Defined): DefinitionName {
  return { name, notation, section, line }
}
