// An MLS object has one encoding: shortest lengths, and nothing after it (HX-17; RFC 9420, section 2.1.2).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

/** Where the length of `init_key` stands: after two octets each of version, wire format, version and cipher suite. */
const initKeyLength = 8

export default defineScenario({
  requirement: 'http/strict-mls-encoding',
  story: 'An application server uploads one key package with lengths that are not minimal and with octets after it',
  world: oneDomain,
  async probe({ alice, register, keyQueue }) {
    const queue = await keyQueue(await register(alice))
    const { message } = await alice.keyPackage()
    const variants = [
      new Uint8Array([...message, 0]),
      new Uint8Array([...message, ...message]),
      withLength(message, 2),
      withLength(message, 4),
    ]
    const before = await queue.count()
    const lax = []
    for (const variant of variants) lax.push(await queue.update({ keyPackages: [variant] }))
    const after = await queue.count()
    const twin = await queue.update({ keyPackages: [message] })
    return { before, lax, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, lax, after }) => all(each(lax, refused), unchanged(before, after)),
})

/** The same message with the length of its `init_key` in `size` octets; where that is the minimum, in four. */
function withLength(message: Uint8Array, size: 2 | 4): Uint8Array {
  const first = message[initKeyLength] ?? 0
  const minimal = first >> 6 === 0 ? 1 : 2
  const length = minimal === 1 ? first : ((first & 0x3f) << 8) | (message[initKeyLength + 1] ?? 0)
  const written =
    size === 2 && minimal === 1 ? [0x40 | (length >> 8), length & 0xff] : [0x80, 0, length >> 8, length & 0xff]
  return new Uint8Array([...message.slice(0, initKeyLength), ...written, ...message.slice(initKeyLength + minimal)])
}
