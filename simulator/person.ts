// A person with one MLS client: a handle, a signature key, and the key packages and groups made with them.
import { faker } from '@faker-js/faker/locale/en'
import { makeKeyPackage, makeSignatureKey, type OwnKeyPackage, type Support } from '../mls/key-package.ts'
import { createGroup, type GroupExtension, joinExternally, joinFromWelcome } from '../mls/member.ts'
import { loadSuite } from '../mls/suite.ts'
import { type Clock, seconds } from './clock.ts'
import type { CertificateSubject, Certify } from './federation.ts'
import { type GroupSession, openSession, type PreparedCommit, preparedCommit } from './group-session.ts'
import type { Random } from './random.ts'

export interface PersonOptions {
  readonly name: string
  readonly random: Random
  readonly clock: Clock
  readonly cipherSuite: number
  /** The domain the person lives in, where there are several. */
  readonly home?: string | undefined
  /** Makes the person's X.509 credentials; absent: they are Basic. */
  readonly certify?: Certify | undefined
}

/** What may differ between two key packages of one person. */
export interface PackageOptions {
  /** Seconds from now until the package expires; default 90 days. */
  readonly expiresIn?: bigint
  /** Seconds from now until it becomes valid; default an hour ago. */
  readonly validIn?: bigint
  /** Seconds from now until its certificate expires, where it has one; less than 0: it has expired since it was made. */
  readonly certifiedFor?: bigint
  readonly lastResort?: boolean
  readonly cipherSuite?: number
  /** The identity in the credential where it is not the person's own handle. */
  readonly identity?: Uint8Array
  /** The domain that certifies it where it is not the person's own; has no meaning for Basic credentials. */
  readonly domain?: string
  /** Code points of extensions and proposals it supports beside those that all do. */
  readonly supports?: Support
}

export interface Person {
  readonly name: string
  /** The domain the person lives in, in a world of several. */
  readonly home?: string
  /** Octets, printable ASCII, unique to the run. */
  readonly handle: Uint8Array
  readonly handleText: string
  readonly cipherSuite: number
  /** A tag that only this person of this run carries. */
  readonly tag: string
  keyPackage(options?: PackageOptions): Promise<OwnKeyPackage>
  createGroup(
    groupId: Uint8Array,
    extensions?: readonly GroupExtension[],
    options?: PackageOptions,
  ): Promise<GroupSession>
  join(own: OwnKeyPackage, joinInfo: { welcome: Uint8Array; ratchetTree?: Uint8Array }): Promise<GroupSession>
  /** Prepares an external commit (RFC 9420, section 12.4.3.2); `session` is the state once it is accepted. */
  joinByGroupInfo(
    joinInfo: { groupInfo: Uint8Array; ratchetTree?: Uint8Array },
    options?: { readonly resync?: boolean; readonly identity?: Uint8Array },
  ): Promise<{ session: GroupSession; prepared: PreparedCommit }>
}

/** Makes a person whose handle, keys and packages follow from `random` alone. */
export function createPerson({ name, random, clock, cipherSuite, home, certify }: PersonOptions): Person {
  // One generator for all, seeded before each use: an instance of our own would load every language.
  faker.seed(random.branch('faker').below(2 ** 31))
  const unique = Buffer.from(random.branch('unique').bytes(5)).toString('hex')
  const handleText = `${name.toLowerCase()}.${faker.person
    .lastName()
    .toLowerCase()
    .replace(/[^a-z]/g, '')}-${unique}`
  const handle = new TextEncoder().encode(handleText)
  const keyRandom = random.branch('keys')
  const suites = new Map<number, ReturnType<typeof signerFor>>()
  const signerFor = async (id: number) => {
    const suite = await loadSuite(id, (length) => keyRandom.bytes(length))
    return { suite, signatureKey: await makeSignatureKey(suite) }
  }
  const signer = (id: number) => {
    const known = suites.get(id) ?? signerFor(id)
    suites.set(id, known)
    return known
  }

  const certificates = new Map<string, ReturnType<Certify>>()
  /** A client keeps its certificate: what comes back from outside is known again by it. */
  const certified = async (subject: CertificateSubject, domain = home) => {
    if (!certify || domain === undefined) return {}
    const { cipherSuite: suite, notAfter, handle: subjectHandle } = subject
    const key = [domain, suite, Buffer.from(subjectHandle).toString('hex'), notAfter].join()
    const known = certificates.get(key) ?? certify(domain, subject)
    certificates.set(key, known)
    return { certificates: await known }
  }

  const person: Person = {
    name,
    ...(home !== undefined && { home }),
    handle,
    handleText,
    cipherSuite,
    tag: `team:${faker.word.noun()}-${unique}`,
    async keyPackage({ expiresIn = 90n * 86400n, validIn = -3600n, ...options } = {}) {
      const now = seconds(clock)
      const { identity = handle, lastResort, supports, domain, certifiedFor, ...others } = options
      const { suite, signatureKey } = await signer(others.cipherSuite ?? cipherSuite)
      const lifetime = { notBefore: now + validIn, notAfter: now + expiresIn }
      const subject = {
        handle: identity,
        signatureKey: signatureKey.publicKey,
        cipherSuite: suite.id,
        ...(certifiedFor !== undefined && { notAfter: now + certifiedFor }),
      }
      return makeKeyPackage({
        identity,
        ...(await certified(subject, domain)),
        suite,
        lifetime,
        signatureKey,
        ...(lastResort && { lastResort }),
        ...(supports && { supports }),
      })
    },
    async createGroup(groupId, extensions, options) {
      const own = await person.keyPackage(options)
      return openSession(await createGroup({ groupId, own, ...(extensions && { extensions }) }))
    },
    async join(own, { welcome, ratchetTree }) {
      return openSession(await joinFromWelcome({ own, welcome, ...(ratchetTree && { ratchetTree }) }))
    },
    async joinByGroupInfo({ groupInfo, ratchetTree }, { resync = false, identity } = {}) {
      const own = await person.keyPackage(identity ? { identity } : {})
      const joined = await joinExternally({ own, groupInfo, resync, ...(ratchetTree && { ratchetTree }) })
      return { session: openSession(joined.member), prepared: preparedCommit(joined, () => {}) }
    },
  }
  return person
}
