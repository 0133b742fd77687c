// Which of some places do not follow the order of the rest.

/** Indexes of the numbers to take away so that the rest, the most that can stay, grows from one to the next. */
export function outOfOrder(places: readonly number[]): ReadonlySet<number> {
  // Patience sorting: the smallest end of a growing row of each length, and for each number the one before it.
  const ends: number[] = []
  const before: (number | undefined)[] = []
  for (const [index, place] of places.entries()) {
    let length = ends.findIndex((end) => (places[end] ?? 0) >= place)
    if (length === -1) length = ends.length
    before[index] = ends[length - 1]
    ends[length] = index
  }
  const stays = new Set<number>()
  for (let index = ends.at(-1); index !== undefined; index = before[index]) stays.add(index)
  return new Set([...places.keys()].filter((index) => !stays.has(index)))
}
