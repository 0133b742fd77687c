// Mends fences of figures that an author opened twice or forgot to close, so that the rest of the text can be read.

interface Fence {
  readonly index: number
  readonly mark: string
  readonly info: string
}

export interface Mended {
  readonly lines: readonly string[]
  /** `index` of the line in `lines`. */
  readonly faults: readonly { readonly index: number; readonly text: string }[]
}

/** The lines with as many of them; a fence too much is blanked, one too few stands in the place of a blank line. */
export function withMendedFences(source: readonly string[]): Mended {
  const once = withoutDoubled(source)
  const figures = figuresIn(once.lines)
  if (figures.at(-1)?.closed !== false) return once
  const swallowing = figures.find(({ from, to }) => once.lines.slice(from + 1, to).some(isHeading)) ?? figures.at(-1)
  const fault = { index: swallowing?.from ?? 0, text: 'this figure is never closed' }
  const place = swallowing === undefined ? undefined : endOfFigure(once.lines, swallowing)
  const faults = [...once.faults, fault]
  if (swallowing === undefined || place === undefined) return { lines: once.lines, faults }
  const mark = fenceAt(once.lines, swallowing.from)?.mark ?? '~~~'
  return { lines: once.lines.map((line, index) => (index === place ? mark : line)), faults }
}

/** Whether each line stands inside a figure, its fences included. */
export function insideFigures(lines: readonly string[]): readonly boolean[] {
  const inside = lines.map(() => false)
  for (const { from, to } of figuresIn(lines)) inside.fill(true, from, to + 1)
  return inside
}

function fenceAt(lines: readonly string[], index: number): Fence | undefined {
  const [, mark, info] = /^\s*(`{3,}|~{3,})\s*([^`]*?)\s*$/.exec(lines[index] ?? '') ?? []
  return mark === undefined ? undefined : { index, mark, info: info ?? '' }
}

/** From the opening fence to the closing one, or to the end of the text. */
function figuresIn(lines: readonly string[]): readonly { from: number; to: number; closed: boolean }[] {
  const figures: { from: number; to: number; closed: boolean }[] = []
  let open: Fence | undefined
  for (const index of lines.keys()) {
    const fence = fenceAt(lines, index)
    if (open === undefined) open = fence
    else if (fence?.mark.startsWith(open.mark) && fence.info === '') {
      figures.push({ from: open.index, to: index, closed: true })
      open = undefined
    }
  }
  if (open !== undefined) figures.push({ from: open.index, to: lines.length, closed: false })
  return figures
}

/** A fence that is closed on the next line although something follows at once was meant to be opened once. */
function withoutDoubled(source: readonly string[]): Mended {
  const lines = [...source]
  const faults: { index: number; text: string }[] = []
  for (const { from, to } of figuresIn(lines)) {
    if (to !== from + 1) continue
    // Blanking one turns all figures behind it inside out: begin again with what is left.
    if ((lines[to + 1] ?? '').trim() === '' || fenceAt(lines, to + 1)) continue
    lines[to] = ''
    const rest = withoutDoubled(lines)
    return { lines: rest.lines, faults: [{ index: to, text: 'this figure is opened twice' }, ...rest.faults] }
  }
  return { lines, faults }
}

function isHeading(line: string): boolean {
  return /^#{1,6} +[A-Z]/.test(line)
}

/** The blank line behind which prose goes on, or a heading does. */
function endOfFigure(lines: readonly string[], figure: { from: number; to: number }): number | undefined {
  for (let index = figure.from + 1; index < figure.to; index++) {
    if ((lines[index] ?? '').trim() !== '') continue
    const next = lines[index + 1] ?? ''
    if (isHeading(next) || /^[A-Z](?:(?:[^{};]* ){4}[^{};]*|[^{};]* [^{};]*\.)$/.test(next)) return index
  }
  return undefined
}
