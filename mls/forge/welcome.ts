// Welcomes with one thing wrong; who can open them does not matter to somebody who only sees them from outside.
import { readMessage, writeWelcome } from '../codec/message.ts'
import { suiteName } from '../codec/names.ts'
import { trailingByte } from './bytes.ts'

export type WelcomeFlaw =
  /** The first recipient is named by this KeyPackageRef. */
  | { readonly kind: 'foreign-recipient'; readonly ref: Uint8Array }
  /** One recipient more, with this KeyPackageRef. */
  | { readonly kind: 'extra-recipient'; readonly ref: Uint8Array }
  /** `first-in-place-of-all`: as many recipients, all of them the first. */
  | { readonly kind: 'missing-recipient' | 'recipient-twice' | 'first-in-place-of-all' | 'trailing-byte' }
  | { readonly kind: 'suite'; readonly cipherSuite: number }

/** The Welcome of a commit with this flaw and no other. */
export function forgeWelcome(welcomePacket: Uint8Array, flaw: WelcomeFlaw): Uint8Array {
  const { welcome } = readMessage(welcomePacket, 'mls_welcome')
  const { secrets } = welcome
  const [first, ...others] = secrets
  if (first === undefined) return welcomePacket
  switch (flaw.kind) {
    case 'foreign-recipient':
      return writeWelcome({ ...welcome, secrets: [{ ...first, newMember: flaw.ref }, ...others] })
    case 'extra-recipient':
      return writeWelcome({ ...welcome, secrets: [...secrets, { ...first, newMember: flaw.ref }] })
    case 'missing-recipient':
      return writeWelcome({ ...welcome, secrets: others })
    case 'recipient-twice':
      return writeWelcome({ ...welcome, secrets: [...secrets, first] })
    case 'first-in-place-of-all':
      return writeWelcome({ ...welcome, secrets: secrets.map(() => first) })
    case 'suite':
      return writeWelcome({ ...welcome, cipherSuite: suiteName(flaw.cipherSuite) })
    case 'trailing-byte':
      return trailingByte(welcomePacket)
  }
}
