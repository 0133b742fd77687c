// Base64 that only a lax reader takes for the same octets.

/** Texts that differ from a canonical one (RFC 4648, section 4) in one point each; padding has to be there to be lost. */
export function laxBase64(canonical: string): string[] {
  if (!canonical.endsWith('=')) throw new Error(`${canonical} has no padding`)
  const symbols = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const last = canonical.indexOf('=') - 1
  const next = symbols[symbols.indexOf(canonical[last] ?? '') + 1] ?? ''
  const otherAlphabet = canonical.replaceAll('+', '-').replaceAll('/', '_')
  return [
    ...(otherAlphabet === canonical ? [] : [otherAlphabet]),
    canonical.replaceAll('=', ''),
    `${canonical}=`,
    canonical.slice(0, last) + next + canonical.slice(last + 1),
    `${canonical.slice(0, 4)}\n${canonical.slice(4)}`,
    `${canonical} `,
    `${canonical.slice(0, 4)}*${canonical.slice(4)}`,
  ]
}
