// What the public side of MLS costs: applying a commit against a ts-mls member doing so, and against its signature checks.
import { randomBytes } from 'node:crypto'
import { decodeMlsMessage } from 'ts-mls/message.js'
import { processPublicMessage } from 'ts-mls/processMessages.js'
import { emptyPskIndex } from 'ts-mls/pskIndex.js'
import type { IdentityRules } from '../mls/identity.ts'
import { makeKeyPackage, type OwnKeyPackage } from '../mls/key-package.ts'
import { commit, createGroup, joinFromWelcome, type Member } from '../mls/member.ts'
import {
  allChecks,
  openGroup,
  type PublicGroup,
  type Rules,
  readCommit,
  validateKeyPackage,
} from '../mls/public-group.ts'
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
  full: { sizes: [10, 100, 500, 1000], rounds: 11, warmUps: 5 },
  tiny: { sizes: [3], rounds: 1, warmUps: 0 },
}
/** Commits of a round: so many that a collection of garbage does not decide it. */
const commitsOf = (size: number) => (size > 100 ? 3 : size > 10 ? 10 : 20)
const goal = 0.33

interface Crowd {
  readonly founder: Member
  readonly follower: Member
  readonly group: PublicGroup
}

/**
 * Public side and member process commits in turns, in this process and with one crypto provider. A signature that was found
 * good is remembered by the whole process, so each commit of a round is a new one, of the same shape as the others.
 */
export const mls: Section = {
  name: 'mls',
  measures: 'a commit followed from outside, against a ts-mls member that processes one alike and its signature checks',
  async run(say, scale) {
    const { sizes, rounds, warmUps } = scales[scale]
    const suite = await loadSuite(1, (length) => new Uint8Array(randomBytes(length)))
    const now = BigInt(Math.floor(Date.now() / 1000))
    const rules: Rules = { checks: allChecks, identity, suite: async () => suite, now: () => now }
    const first = new Map<string, number>()
    for (const size of sizes) {
      const { founder, follower, group } = await gather(size, { suite, rules, now })
      const follow = (upload: Upload) => readCommit(group, { ...upload, proposals: [] }, rules)
      const rounding = { rounds, warmUps, commits: commitsOf(size), verify: await signatureCheck(suite) }
      for (const kind of kinds) {
        const taken = await inTurns(rounding, {
          ...kind,
          make: () => kind.make({ founder, suite, rules, now }),
          follow,
          asMember: ({ packet }) => processAsMember(follower, packet),
        })
        const against = (other: keyof Taken) => taken.map((times) => times.outside / times[other])
        const micros = median(taken.map(({ outside }) => outside))
        const growth = micros / (first.get(kind.name) ?? micros)
        first.set(kind.name, first.get(kind.name) ?? micros)
        say({
          what: `${kind.name}, ${size} members, against a member`,
          figure: `${spread(against('member'))}; ${(micros / 1000).toFixed(2)} ms`,
          ...(kind.hasGoal && { goal: { text: 'at most one third', isMet: median(against('member')) <= goal } }),
        })
        say({
          what: `  against its ${kind.signatures} signature checks; growth from ${sizes[0]}`,
          figure: `${median(against('checks')).toFixed(1)} times; ${growth.toFixed(1)} times`,
        })
      }
    }
  },
}

interface Upload {
  readonly packet: Uint8Array
  readonly welcome?: Uint8Array
}

interface Making {
  readonly founder: Member
  readonly suite: Suite
  readonly rules: Rules
  readonly now: bigint
}

/** A kind of commit, as a gateway meets it. */
interface Kind {
  readonly name: string
  /** How many signatures the gateway has not seen before. */
  readonly signatures: number
  readonly hasGoal: boolean
  make(making: Making): Promise<Upload>
}

const kinds: readonly Kind[] = [
  {
    // In life a gateway has validated a key package when it was uploaded or fetched: what is new is the framing.
    name: 'add of an uploaded key package',
    signatures: 1,
    hasGoal: true,
    async make(making) {
      const late = await latecomer(making)
      await validateKeyPackage(late.message, { cipherSuite: 1, protocolVersion: 1 }, making.rules)
      return addOf(late, making)
    },
  },
  {
    // Framing, key package and leaf.
    name: 'add, nothing seen before',
    signatures: 3,
    hasGoal: false,
    make: async (making) => addOf(await latecomer(making), making),
  },
  {
    // Framing and path leaf.
    name: 'update',
    signatures: 2,
    hasGoal: true,
    make: async ({ founder }) => ({ packet: (await commit(founder, {})).commitPacket }),
  },
]

function latecomer({ suite, now }: Making): Promise<OwnKeyPackage> {
  return makeKeyPackage({ identity: new TextEncoder().encode('late'), suite, lifetime: around(now) })
}

async function addOf(late: OwnKeyPackage, { founder }: Making): Promise<Upload> {
  const { commitPacket: packet, welcomePacket: welcome } = await commit(founder, {
    proposals: [{ type: 'add', keyPackage: late.message }],
  })
  return { packet, ...(welcome !== undefined && { welcome }) }
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

/** Gives what makes a message of the usual length, and then checks its signature. */
async function signatureCheck({ cipher }: Suite): Promise<() => Promise<() => Promise<unknown>>> {
  const { publicKey, signKey } = await cipher.signature.keygen()
  return async () => {
    const message = new Uint8Array(randomBytes(400))
    const signature = await cipher.signature.sign(signKey, message)
    return () => Promise.resolve(cipher.signature.verify(publicKey, message, signature))
  }
}

/** Microseconds of a commit, in one round. */
interface Taken {
  readonly outside: number
  readonly member: number
  readonly checks: number
}

interface Rounding {
  readonly rounds: number
  readonly warmUps: number
  readonly commits: number
  readonly verify: () => Promise<() => Promise<unknown>>
}

interface Turn {
  readonly signatures: number
  make(): Promise<Upload>
  follow(upload: Upload): Promise<unknown>
  asMember(upload: Upload): Promise<unknown>
}

/** In each round commits for the public side, others for the member, and as many signature checks as the first have. */
async function inTurns({ rounds, warmUps, commits, verify }: Rounding, turn: Turn): Promise<Taken[]> {
  const taken: Taken[] = []
  const make = async () => {
    const made: Upload[] = []
    while (made.length < commits) made.push(await turn.make())
    return made
  }
  const each = async <Item>(items: readonly Item[], run: (item: Item) => Promise<unknown>) => {
    const micros = await cpuMicros(async () => {
      for (const item of items) await run(item)
    })
    return micros / commits
  }
  for (let round = 0; round < warmUps + rounds; round++) {
    const [outsiders, members] = [await make(), await make()]
    const checks = await Promise.all(Array.from({ length: commits * turn.signatures }, verify))
    const times = {
      outside: await each(outsiders, turn.follow),
      member: await each(members, turn.asMember),
      checks: await each(checks, (check) => check()),
    }
    if (round >= warmUps) taken.push(times)
  }
  return taken
}
