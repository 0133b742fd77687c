// Key packages of a story under the names that its judge uses, and the one among them that an answer gave.
import type { OwnKeyPackage } from '../../mls/key-package.ts'
import type { Answer } from '../../simulator/answer.ts'
import { given, type Packages } from '../match/key-package.ts'
import { reached, Unreachable } from '../unreachable.ts'
import { octets } from './finding.ts'

/** Packages as evidence, under the names given. */
export function named(packages: { readonly [name: string]: OwnKeyPackage }): Packages {
  return Object.fromEntries(Object.entries(packages).map(([name, own]) => [name, octets(own.message)]))
}

/** Packages as evidence, named `package 1` and so on in their order. */
export function numbered(packages: readonly OwnKeyPackage[]): Packages {
  return named(Object.fromEntries(packages.map((own, index) => [`package ${index + 1}`, own])))
}

/** The package that an answer gave, for its client to use; unreachable where it gave none of these. */
export function taken(answer: Answer<'retrieveKeyPackage'>, packages: readonly OwnKeyPackage[]): OwnKeyPackage {
  reached(answer)
  const name = given(answer, numbered(packages))
  const own = packages[Number(name.replace('package ', '')) - 1]
  if (own) return own
  throw new Unreachable(`the fetch ${answer.exchange.id} gave ${name}`, { answer })
}

/** The first of what a step on the way made. */
export function only(packages: readonly OwnKeyPackage[]): OwnKeyPackage {
  const [own] = packages
  if (own) return own
  throw new Error('expected a key package, none was made')
}
