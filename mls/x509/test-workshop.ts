// The workshop of the tests in this room: everything in it repeats for the same label, RSA keys excepted.
import { createHash } from 'node:crypto'
import type { RandomBytes } from '../random.ts'
import { makeKeyPair } from './authority/key-pair.ts'
import { openWorkshop, type Workshop } from './battery/recipe.ts'

/** A stream of bytes that is the same for the same label. */
export function seededBytes(label: string): RandomBytes {
  let drawn = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      createHash('sha256').update(`${label} ${drawn++}`).digest(),
    )
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length))
  }
}

/** Judged on 13 September 2026, a device with an Ed25519 key. */
export function testWorkshop(label: string): Workshop {
  const random = seededBytes(label)
  return openWorkshop({ random, now: 1_789_257_600n, deviceKey: makeKeyPair('Ed25519', random) })
}
