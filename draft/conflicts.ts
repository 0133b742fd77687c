// Marks that a merge leaves in a text when nobody resolves it.

export interface Conflict {
  /** Indexes of its lines; the middle and the end are -1 where they are missing. */
  readonly from: number
  readonly middle: number
  readonly to: number
}

/** The conflicts in lines of a text; a mark that stands alone is one as well. */
export function conflictsIn(lines: readonly string[]): readonly Conflict[] {
  const conflicts: Conflict[] = []
  let open: Conflict | undefined
  for (const [index, line] of lines.entries()) {
    if (/^ {0,3}<{7}(?:\s|$)/.test(line)) {
      if (open !== undefined) conflicts.push(open)
      open = { from: index, middle: -1, to: -1 }
    } else if (/^ {0,3}(?:={7}|\|{7})(?:\s|$)/.test(line) && open !== undefined) {
      if (open.middle === -1) open = { ...open, middle: index }
    } else if (/^ {0,3}>{7}(?:\s|$)/.test(line)) {
      conflicts.push({ from: index, middle: -1, ...open, to: index })
      open = undefined
    }
  }
  return open === undefined ? conflicts : [...conflicts, open]
}

/** The lines with the marks blank, and with them what stands in the conflict before the last of its sides. */
export function resolved(lines: readonly string[]): readonly string[] {
  const kept = [...lines]
  for (const { from, middle, to } of conflictsIn(lines)) {
    const other = lines.findLastIndex((line, index) => index > from && index < to && /^ {0,3}={7}(?:\s|$)/.test(line))
    kept.fill('', from, Math.max(from, middle, other) + 1)
    if (to !== -1) kept[to] = ''
  }
  return kept
}

/** The lines with the marks alone blank: both sides stay. */
export function withoutMarks(lines: readonly string[]): readonly string[] {
  const kept = [...lines]
  for (const { from, to } of conflictsIn(lines)) {
    for (let index = from; index <= Math.max(from, to); index++) {
      if (/^ {0,3}(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/.test(lines[index] ?? '')) kept[index] = ''
    }
  }
  return kept
}
