// Names the sections of a draft alike in every form.

/**
 * Names headings as kramdown does: letters, digits and hyphens from the first letter on; a repeated name gets a number.
 * A name that the source gives stays as it is.
 */
export function anchorsInOrder(): (heading: string, given?: string) => string {
  const seen = new Map<string, number>()
  return (heading, given) => {
    const name =
      given ??
      heading
        .replace(/^[^a-zA-Z]+/, '')
        .replaceAll(/[^a-zA-Z0-9 -]/g, '')
        .trim()
        .replaceAll(' ', '-')
        .toLowerCase()
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    return times === 0 || given !== undefined ? name : `${name}-${times}`
  }
}
