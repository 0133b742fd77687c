// Writes DER values: for extensions and forgeries that no certificate library would make.

/** One value of a tag below 0x1f with these contents, its length in the shortest form. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.of(tag), writeLength(content.length), content])
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function writeOid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt)
  return writeDer(0x06, Buffer.from([first * 40n + second, ...rest].flatMap(base128)))
}

function writeLength(length: number): Uint8Array {
  if (length < 0x80) return Buffer.of(length)
  const digits: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return Buffer.from([0x80 | digits.length, ...digits])
}

function base128(arc: bigint): number[] {
  const digits = [Number(arc & 0x7fn)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) digits.unshift(Number(rest & 0x7fn) | 0x80)
  return digits
}
