// What changed in figures that neither operations nor members of definitions tell of: code, interfaces, examples, drawings.
import { collapsed } from '../blocks.ts'
import type { Draft, Figure } from '../model.ts'
import type { FigureChange } from './model.ts'
import { overlap, pairedByScore } from './paired.ts'
import type { SectionMap } from './sections.ts'
import { type Renaming, renamed } from './terms.ts'
import { partsIn } from './words.ts'

interface Known {
  readonly sections: SectionMap
  readonly renamings: readonly Renaming[]
}

export function figureChanges(old: Draft, now: Draft, { sections, renamings }: Known): readonly FigureChange[] {
  const [before, after] = [told(old), told(now)]
  const partsOf = ({ text }: Figure) => renamed(partsIn(text), renamings)
  const pairs = pairedByScore({
    old: before,
    now: after,
    least: 0.5,
    score: (from, to) =>
      0.9 * overlap(partsOf(from), partsIn(to.text)) + (sections.get(from.section)?.anchor === to.section ? 0.1 : 0),
  })
  const came = new Set(pairs.values())
  return [
    ...before.flatMap((from): readonly FigureChange[] => {
      const to = pairs.get(from)
      if (to === undefined) return [{ change: 'removed', from }]
      if (from.text === to.text) return []
      return [{ change: partsOf(from).join(' ') === partsIn(to.text).join(' ') ? 'renamed' : 'changed', from, to }]
    }),
    ...after.filter((figure) => !came.has(figure)).map((to): FigureChange => ({ change: 'added', to })),
  ]
}

/** Of a figure that has both, interfaces and enumerations alone: what else it defines is compared by its members. */
function told({ figures }: Draft): readonly Figure[] {
  return figures.flatMap((figure): readonly Figure[] => {
    const { kind, definitions, source } = figure
    if (kind === 'operation') return []
    if (definitions.length === 0) return [figure]
    const text = (source.match(/\b(?:interface|enum)\b[^{]*\{[^}]*\}[^\n]*/g) ?? []).join(' ')
    if (text !== '') return [{ ...figure, text: collapsed(text) }]
    return definitions.every(({ notation }) => notation === 'alias') ? [figure] : []
  })
}
