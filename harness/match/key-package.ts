// Demands on which key package an answer gives, said in the names that a story gave its packages.
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { accepted } from './answer.ts'
import { all, type Judgement, met, unmet } from './judgement.ts'

/** Base64 of each package's MLSMessage, by the name that mismatches show. */
export type Packages = { readonly [name: string]: string }

type Given = Answer<'retrieveKeyPackage'>

/** The name of the package an answer gives; words for one that has no name, and for an answer that gives none. */
export function given(answer: Given, packages: Packages): string {
  const keyPackage = answer.value?.keyPackage
  if (keyPackage === undefined) return 'no key package'
  const text = Buffer.from(keyPackage).toString('base64')
  return Object.entries(packages).find(([, message]) => message === text)?.[0] ?? 'octets that nobody uploaded'
}

/** The answer gives this package, octet for octet; where several are named, any of them. */
export function gave(answer: Given, expected: string | readonly string[], packages: Packages): Judgement {
  if (!isAccepted(answer)) return accepted(answer)
  const names = typeof expected === 'string' ? [expected] : expected
  const actual = given(answer, packages)
  if (names.includes(actual)) return met
  return unmet({ expected: names.join(' or '), actual, at: `${answer.exchange.id}.keyPackage` })
}

/** The answer gives no package of these names; it may give another one or nothing at all. */
export function withheld(answer: Given, name: string, packages: Packages): Judgement {
  if (answer.status === undefined) return accepted(answer)
  if (given(answer, packages) !== name) return met
  const at = `${answer.exchange.id}.keyPackage`
  return unmet({ kind: 'took-effect', expected: `anything but ${name}`, actual: name, at })
}

/** Where an answer gives a package, no other of these answers gives the same one. */
export function givenOnce(answers: readonly Given[]): Judgement {
  const seen = new Map<string, string>()
  return all(
    ...answers.map((answer) => {
      const { value, exchange } = answer
      if (value === undefined) return met
      const text = Buffer.from(value.keyPackage).toString('base64')
      const first = seen.get(text)
      seen.set(text, first ?? exchange.id)
      const at = `${exchange.id}.keyPackage`
      return first ? unmet({ expected: 'a package of its own', actual: `the one that ${first} gave`, at }) : met
    }),
  )
}

/** The answer says that its package is the final key. */
export function marksFinal(answer: Given): Judgement {
  return marked(answer, true)
}

/** The answer says, also by leaving the flag out, that its package is an ordinary one. */
export function marksOrdinary(answer: Given): Judgement {
  return marked(answer, false)
}

function marked(answer: Given, expected: boolean): Judgement {
  if (!isAccepted(answer)) return accepted(answer)
  const actual = answer.value?.isFinalKey
  if (actual === expected) return met
  return unmet({ expected: String(expected), actual: String(actual), at: `${answer.exchange.id}.isFinalKey` })
}
