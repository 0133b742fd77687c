// What the public side of MLS costs: applying a commit against a ts-mls member doing so, and against its signature checks.
import { randomBytes } from 'node:crypto'
import { decodeMlsMessage } from 'ts-mls/message.js'
import { processPublicMessage } from 'ts-mls/processMessages.js'
import { emptyPskIndex } from 'ts-mls/pskIndex.js'
import type { IdentityRules } from '../mls/identity.ts'
import { makeKeyPackage } from '../mls/key-package.ts'
import { commit, createGroup, joinFromWelcome, type Member } from '../mls/member.ts'
import { allChecks, openGroup, type PublicGroup, type Rules, readCommit } from '../mls/public-group.ts'
import { loadSuite, type Suite } from '../mls/suite.ts'
import { cpuMicros, median, type Section, spread } from './section.ts'

const identity: IdentityRules = {
  supportedCredentials: [1],
  validate: () => undefined,
  clientHandle: ({ basicIdentity }) => basicIdentity ?? new Uint8Array(),
  validSuccessor: () => true,
}
/** Warm-ups come before the clock counts, so that the first sizes are not those of cold code. */
const scales = {
  full: { sizes: [10, 100, 500, 1000], rounds: 11, warmUps: 15 },
  tiny: { sizes: [3], rounds: 1, warmUps: 0 },
}
const goal = 0.33

interface Crowd {
  readonly founder: Member
  readonly follower: Member
  readonly group: PublicGroup
}

/** Public side and member process the same commit in turns, in this process and with one crypto provider. */
export const mls: Section = {
  name: 'mls',
  measures:
    'a commit followed from outside, against a ts-mls member that processes it and against its signature checks',
  async run(say, scale) {
    const { sizes, rounds, warmUps } = scales[scale]
    const suite = await loadSuite(1, (length) => new Uint8Array(randomBytes(length)))
    const now = BigInt(Math.floor(Date.now() / 1000))
    const rules: Rules = { checks: allChecks, identity, suite: async () => suite, now: () => now }
    const verify = await signatureCheck(suite)
    const first = new Map<string, number>()
    for (const size of sizes) {
      const crowd = await gather(size, { suite, rules, now })
      for (const { name, packet, welcome, signatures } of await makeCommits(crowd.founder, suite, now)) {
        const upload = { packet, proposals: [], ...(welcome === undefined ? {} : { welcome }) }
        const checks = async () => {
          for (let times = 0; times < signatures; times++) await verify()
        }
        const runs = [
          () => readCommit(crowd.group, upload, rules),
          () => processAsMember(crowd.follower, packet),
          checks,
        ]
        const taken = await inTurns(runs, { rounds, warmUps })
        const against = (other: number) => taken.map((times) => (times[0] ?? 0) / (times[other] ?? Number.NaN))
        const micros = median(taken.map((times) => times[0] ?? 0))
        const growth = micros / (first.get(name) ?? micros)
        first.set(name, first.get(name) ?? micros)
        say({
          what: `${name} in a group of ${size}, against a member`,
          figure: `${spread(against(1))}; ${(micros / 1000).toFixed(2)} ms`,
          goal: { text: 'at most one third', isMet: median(against(1)) <= goal },
        })
        say({
          what: `  against its ${signatures} signature checks; growth from ${sizes[0]}`,
          figure: `${median(against(2)).toFixed(1)} times; ${growth.toFixed(1)} times`,
        })
      }
    }
  },
}

interface Commit {
  readonly name: string
  readonly packet: Uint8Array
  readonly welcome: Uint8Array | undefined
  /** How many signatures it carries. */
  readonly signatures: number
}

async function makeCommits(founder: Member, suite: Suite, now: bigint): Promise<Commit[]> {
  const late = await makeKeyPackage({ identity: new TextEncoder().encode('late'), suite, lifetime: around(now) })
  const add = await commit(founder, { proposals: [{ type: 'add', keyPackage: late.message }] })
  const update = await commit(founder, {})
  // Framing, key package and leaf of an add; framing and path leaf of an update.
  return [
    { name: 'add', packet: add.commitPacket, welcome: add.welcomePacket, signatures: 3 },
    { name: 'update', packet: update.commitPacket, welcome: update.welcomePacket, signatures: 2 },
  ]
}

function around(now: bigint) {
  return { notBefore: now - 3600n, notAfter: now + 86_400n }
}

/** A group that one commit has filled and one more has given path keys. */
async function gather(
  size: number,
  { suite, rules, now }: { readonly suite: Suite; readonly rules: Rules; readonly now: bigint },
): Promise<Crowd> {
  const packages = []
  for (let number = 0; number < size; number++) {
    const client = new TextEncoder().encode(`client ${number}`)
    packages.push(await makeKeyPackage({ identity: client, suite, lifetime: around(now) }))
  }
  const [first, second, ...rest] = packages
  if (first === undefined || second === undefined) throw new Error('a group needs two members')
  const alone = await createGroup({ groupId: new Uint8Array(randomBytes(16)), own: first })
  const proposals = [second, ...rest].map(({ message }) => ({ type: 'add' as const, keyPackage: message }))
  const filled = await commit(alone, { proposals, withPath: true })
  if (filled.welcomePacket === undefined) throw new Error('a commit with Adds has a Welcome')
  const { ratchetTree, groupInfo, member: founder } = filled
  const follower = await joinFromWelcome({ own: second, welcome: filled.welcomePacket, ratchetTree })
  return { founder, follower, group: await openGroup({ groupInfo, ratchetTree }, rules) }
}

async function processAsMember({ state, suite }: Member, packet: Uint8Array): Promise<void> {
  const [message] = decodeMlsMessage(packet, 0) ?? []
  if (message?.wireformat !== 'mls_public_message') throw new Error('expected a PublicMessage')
  await processPublicMessage(state, message.publicMessage, emptyPskIndex, suite.cipher)
}

/** Gives what checks one signature of the usual length. */
async function signatureCheck({ cipher }: Suite): Promise<() => Promise<unknown>> {
  const { publicKey, signKey } = await cipher.signature.keygen()
  const message = new Uint8Array(randomBytes(400))
  const signature = await cipher.signature.sign(signKey, message)
  return () => Promise.resolve(cipher.signature.verify(publicKey, message, signature))
}

/** Microseconds of each in each round, in turns. */
async function inTurns(
  runs: readonly (() => Promise<unknown>)[],
  { rounds, warmUps }: { readonly rounds: number; readonly warmUps: number },
): Promise<number[][]> {
  const taken: number[][] = []
  for (let round = 0; round < warmUps + rounds; round++) {
    const times: number[] = []
    for (const run of runs) times.push(await cpuMicros(run))
    if (round >= warmUps) taken.push(times)
  }
  return taken
}
