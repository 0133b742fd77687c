// A battery of certificate chains, each with one named flaw or none: what a recipe is, and the family most of them vary.

import type { RandomBytes } from '../../random.ts'
import { type KeyAlgorithm, type KeyPair, makeKeyPair, type SubjectKey } from '../authority/key-pair.ts'
import {
  type AuthorityOptions,
  type CertificateRequest,
  createAuthority,
  type SubordinateRequest,
} from '../authority.ts'

/** What the recipes work with; every chain is to be judged at `now` unless it says otherwise. */
export interface Workshop {
  readonly random: RandomBytes
  /** Unix seconds. */
  readonly now: bigint
  /** The key that the leaf certifies. */
  readonly deviceKey: SubjectKey
  /** RSA keys cost too much to be made for each chain: these two are shared. */
  rsaKeys(): readonly [KeyPair, KeyPair]
}

export interface Exhibit {
  readonly chain: readonly Uint8Array[]
  readonly anchors: readonly Uint8Array[]
  /** Default: the workshop's `now`. */
  readonly at?: bigint
}

export interface Recipe {
  /** The flaw, or what is odd and yet valid. */
  readonly name: string
  /** Name of the path check that refuses it, 'malformed' for one that cannot be read, 'too long'; absent: it is valid. */
  readonly refusedBy?: string
  /** Why OpenSSL's verdict on the same certificates is the opposite one. */
  readonly opensslDiffers?: string
  make(workshop: Workshop): Promise<Exhibit>
}

/** Seconds. */
export const day = 86_400n

export const buildsPaths = 'OpenSSL takes the certificates as a heap to build a path from; here the list is the path'

export function openWorkshop(options: Pick<Workshop, 'random' | 'now' | 'deviceKey'>): Workshop {
  let keys: readonly [KeyPair, KeyPair] | undefined
  return {
    ...options,
    rsaKeys() {
      keys ??= [makeKeyPair('RSA', options.random), makeKeyPair('RSA', options.random)]
      return keys
    },
  }
}

/** What differs from the plain family; `algorithm` is that of both authorities. */
export interface Changes {
  readonly algorithm?: KeyAlgorithm
  readonly root?: Partial<AuthorityOptions>
  readonly account?: Partial<SubordinateRequest>
  readonly device?: Partial<CertificateRequest>
}

/** Root "a.example" (the anchor), account "alice", device "phone": the authorities and the certificates, leaf first. */
export async function makeFamily(workshop: Workshop, changes: Changes = {}) {
  const { random, now, deviceKey } = workshop
  const [rootKeys, accountKeys] = changes.algorithm === 'RSA' ? workshop.rsaKeys() : []
  const keysOf = (keys: KeyPair | undefined) =>
    keys === undefined ? { keyAlgorithm: changes.algorithm ?? 'Ed25519' } : { keys }
  const root = await createAuthority({ subject: 'a.example', random, now, ...keysOf(rootKeys), ...changes.root })
  const account = await root.createSubordinate({ subject: 'alice', ...keysOf(accountKeys), ...changes.account })
  const device = await account.issue({ subject: 'phone', publicKey: deviceKey, ...changes.device })
  return { root, account, device, chain: [device, account.certificate, root.certificate], anchors: [root.certificate] }
}

/** A recipe for the plain family with these changes. */
export function family(
  name: string,
  changes: Changes,
  verdict: Pick<Recipe, 'refusedBy' | 'opensslDiffers'> & { readonly at?: (now: bigint) => bigint } = {},
): Recipe {
  const { at, ...rest } = verdict
  return {
    name,
    ...rest,
    async make(workshop) {
      const { chain, anchors } = await makeFamily(workshop, changes)
      return { chain, anchors, ...(at === undefined ? {} : { at: at(workshop.now) }) }
    },
  }
}
