// What the public side of MLS costs: applying a commit against a ts-mls member doing so, and against its signature checks.
import { randomBytes } from 'node:crypto'
import { availableParallelism, cpus } from 'node:os'
import { decodeMlsMessage } from 'ts-mls/message.js'
import { processPublicMessage } from 'ts-mls/processMessages.js'
import { emptyPskIndex } from 'ts-mls/pskIndex.js'
import type { IdentityRules } from '../mls/identity.ts'
import { makeKeyPackage } from '../mls/key-package.ts'
import { commit, createGroup, joinFromWelcome, type Member } from '../mls/member.ts'
import { allChecks, openGroup, type PublicGroup, type Rules, readCommit } from '../mls/public-group.ts'
import { loadSuite, type Suite } from '../mls/suite.ts'

const identity: IdentityRules = {
  supportedCredentials: [1],
  validate: () => undefined,
  clientHandle: ({ basicIdentity }) => basicIdentity ?? new Uint8Array(),
  validSuccessor: () => true,
}
const sizes = [10, 100, 500, 1000]
const repeats = 9
/** Rounds before the clock counts, so that the first sizes are not those of cold code. */
const warmUps = 20

interface Crowd {
  readonly founder: Member
  readonly follower: Member
  readonly group: PublicGroup
}

/** Says what an add and an update commit cost at each size; the figures of one line are of the same run, taken in turns. */
export async function measureMls(say: (what: string, figure: string) => void): Promise<void> {
  const suite = await loadSuite(1, (length) => new Uint8Array(randomBytes(length)))
  const now = BigInt(Math.floor(Date.now() / 1000))
  const rules: Rules = { checks: allChecks, identity, suite: async () => suite, now: () => now }
  say('machine', `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}`)
  const check = await signatureCheck(suite)
  for (const size of sizes) {
    const crowd = await gather(size, { suite, rules, now })
    const more = await makeKeyPackage({ identity: new TextEncoder().encode('late'), suite, lifetime: around(now) })
    const adds = [{ type: 'add' as const, keyPackage: more.message }]
    // Framing, key package and leaf of an add; framing and path leaf of an update.
    const kinds = [
      { name: 'add', made: await commit(crowd.founder, { proposals: adds }), signatures: 3 },
      { name: 'update', made: await commit(crowd.founder, {}), signatures: 2 },
    ]
    for (const { name, made, signatures } of kinds) {
      const { commitPacket: packet, welcomePacket: welcome } = made
      const upload = { packet, proposals: [], ...(welcome === undefined ? {} : { welcome }) }
      const [gateway = 0, member = 0] = await inTurns([
        () => readCommit(crowd.group, upload, rules),
        () => processAsMember(crowd.follower, packet),
      ])
      const floor = check * signatures
      say(
        `${name} commit in a group of ${size}, public side`,
        `${gateway.toFixed(2)} ms (${(gateway / member).toFixed(2)} of a ts-mls member's ${member.toFixed(2)} ms, ${(gateway / floor).toFixed(1)} times its ${signatures} signature checks)`,
      )
    }
  }
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

async function signatureCheck({ cipher }: Suite): Promise<number> {
  const { publicKey, signKey } = await cipher.signature.keygen()
  const message = new Uint8Array(randomBytes(400))
  const signature = await cipher.signature.sign(signKey, message)
  const [median = 0] = await inTurns([
    async () => {
      for (let times = 0; times < 20; times++) await cipher.signature.verify(publicKey, message, signature)
    },
  ])
  return median / 20
}

/** Median milliseconds of each, in turns. */
async function inTurns(runs: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const taken = runs.map((): number[] => [])
  for (let round = 0; round < warmUps + repeats; round++)
    for (const [at, run] of runs.entries()) {
      const start = performance.now()
      await run()
      if (round >= warmUps) taken[at]?.push(performance.now() - start)
    }
  return taken.map((times) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0)
}
