// What a file of published vectors is to be held to: said once, run by `npm run vectors` and by the tests.
import type { Rules } from '../checks/contexts.ts'
import { allChecks, withoutCheck } from '../public-group.ts'
import { type Suite, supportedSuites } from '../suite.ts'

/** Bytes in hexadecimal, as the vectors write them. */
export type Hex = string

export interface VectorFile {
  /** Of the file, without `.json`. */
  readonly name: string
  /** What holds when its cases pass. */
  readonly fact: string
  /** The check that is left out, and why. */
  readonly leaves?: string
  /** Why a case cannot be run; undefined where it can. */
  skips(each: unknown): string | undefined
  /** Throws where the case does not hold. */
  check(each: unknown, suiteOf: (id: number) => Promise<Suite>): Promise<void>
}

type Said = Pick<VectorFile, 'name' | 'fact' | 'leaves'>

/** A file whose cases know no suite. */
export function vectorFile<Case>(said: Said, check: (each: Case) => void | Promise<void>): VectorFile {
  return { ...said, skips: () => undefined, check: async (each) => check(each as Case) }
}

/** A file of cases that name their suite; those of other suites than ours are skipped. */
export function vectorFileOfSuites<Case extends { readonly cipher_suite: number }>(
  said: Said,
  check: (suite: Suite, each: Case) => Promise<void>,
): VectorFile {
  return {
    ...said,
    skips(each) {
      const { cipher_suite: id } = each as Case
      return supportedSuites.some((known) => known === id) ? undefined : `suite ${id} is not supported`
    },
    check: async (each, suiteOf) => check(await suiteOf((each as Case).cipher_suite), each as Case),
  }
}

export function bytes(text: Hex): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'hex'))
}

/** All checks but those of these rows; vectors say nothing of time or of identities. */
export function rulesFor(suite: Suite, without: readonly string[] = []): Rules {
  return {
    checks: without.reduce(withoutCheck, allChecks),
    identity: {
      supportedCredentials: [1, 2],
      validate: () => undefined,
      clientHandle: ({ basicIdentity, signatureKey }) => basicIdentity ?? signatureKey,
      validSuccessor: () => true,
    },
    suite: async () => suite,
    now: () => 1_700_000_000n,
  }
}
