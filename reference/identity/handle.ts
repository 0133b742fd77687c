// Which octets may be a client's handle, in a registration as in a credential (wire profile, sections 2 and 7).

/** Says what is wrong with a handle, or undefined. */
export type HandleRule = (handle: Uint8Array) => string | undefined

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Any octets: the handle travels in Base64. */
export function octetHandle(longest: number): HandleRule {
  return (handle) => {
    if (handle.length < 1 || handle.length > longest) return `expected a handle of 1 to ${longest} bytes`
    const text = Buffer.from(handle).toString('latin1')
    return text === '.' || text === '..' ? `expected a handle other than ${text}, which no path can carry` : undefined
  }
}

/** UTF-8 alone: the handle travels as a JSON string, which has no form for other octets. */
export function textHandle(longest: number): HandleRule {
  const octets = octetHandle(longest)
  return (handle) => octets(handle) ?? (isUtf8(handle) ? undefined : 'expected a handle in UTF-8')
}

function isUtf8(octets: Uint8Array): boolean {
  try {
    strictUtf8.decode(octets)
    return true
  } catch {
    return false
  }
}
