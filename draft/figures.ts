// The code blocks of a draft, each with what it is and what it defines.

import { wordsOf } from './blocks.ts'
import type { Figure } from './model.ts'
import { sayingsIn } from './notation/figure.ts'
import { type PlacedBlock, stated } from './placed.ts'

export function figuresOf(placed: readonly PlacedBlock[]): readonly Figure[] {
  return placed.flatMap(({ section, block }): Figure[] => {
    if (block.kind !== 'figure') return []
    const sayings = sayingsIn(block.lines)
    const source = block.lines.map(({ text }) => text).join('\n')
    const definitions = sayings.flatMap((saying) => (saying.kind === 'definition' ? saying.definition : []))
    const isOperation = sayings.some(({ kind }) => kind === 'request' || kind === 'label')
    const kind = isOperation ? 'operation' : isData(sayings) ? 'data' : isDrawing(source) ? 'drawing' : 'code'
    return [{ ...stated(section, wordsOf(block.lines)), kind, source, definitions }]
  })
}

function isData(sayings: ReturnType<typeof sayingsIn>): boolean {
  return sayings.some(
    (saying) => saying.kind === 'definition' || (saying.kind === 'shape' && saying.shape.type === 'object'),
  )
}

/** Lines and corners rather than words. */
function isDrawing(source: string): boolean {
  const strokes = source.match(/[-+|'_\\/<>=*]/g)?.length ?? 0
  return strokes > 2 * (source.match(/[A-Za-z0-9]/g)?.length ?? 0) || /\+-{3,}|--+>|<--+/.test(source)
}
