// For tests of mls/ only: a few members of one group beside the public group that follows them.
import { createHash } from 'node:crypto'
import type { IdentityRules } from './identity.ts'
import { makeKeyPackage, type OwnKeyPackage } from './key-package.ts'
import {
  commit,
  createGroup,
  describeMember,
  exportGroup,
  joinExternally,
  joinFromWelcome,
  type Member,
  type ProposalValue,
  propose,
  receive,
} from './member.ts'
import {
  allChecks,
  openGroup,
  type PublicGroup,
  type PublicProposal,
  type Rules,
  readCommit,
  readProposal,
} from './public-group.ts'
import type { RandomBytes } from './random.ts'
import { loadSuite, type Suite } from './suite.ts'

export const now = 1_700_000_000n
export const lifetime = { notBefore: now - 3600n, notAfter: now + 86_400n }

export interface World {
  readonly suite: Suite
  readonly rules: Rules
  readonly group: PublicGroup
  readonly proposals: readonly PublicProposal[]
  readonly members: ReadonlyMap<string, Member>
}

/** Bytes that look random and are the same in every run. */
export function seededRandom(seed: string): RandomBytes {
  let drawn = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      createHash('sha256').update(`${seed}:${drawn++}`).digest(),
    )
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length))
  }
}

export const basicIdentity: IdentityRules = {
  supportedCredentials: [1],
  validate: () => undefined,
  clientHandle: ({ basicIdentity: identity }) => identity ?? new Uint8Array(),
  validSuccessor: (a, b) => textOf(a.basicIdentity) === textOf(b.basicIdentity),
}

export async function packageOf({ suite }: Pick<World, 'suite'>, name: string): Promise<OwnKeyPackage> {
  return makeKeyPackage({ identity: new TextEncoder().encode(name), suite, lifetime })
}

/** A group of Alice alone. */
export async function makeWorld(suiteId: number, groupId = 'room'): Promise<World> {
  const suite = await loadSuite(suiteId, seededRandom(`world ${suiteId} ${groupId}`))
  const suites = new Map<number, Promise<Suite>>()
  const rules: Rules = {
    checks: allChecks,
    identity: basicIdentity,
    suite(id) {
      const known = suites.get(id) ?? loadSuite(id, seededRandom('gateway'))
      suites.set(id, known)
      return known
    },
    now: () => now,
  }
  const own = await packageOf({ suite }, 'alice')
  const alice = await createGroup({ groupId: new TextEncoder().encode(groupId), own })
  const group = await openGroup(await exportGroup(alice), rules)
  return { suite, rules, group, proposals: [], members: new Map([['alice', alice]]) }
}

export function memberOf(world: World, name: string): Member {
  const found = world.members.get(name)
  if (found === undefined) throw new Error(`nobody called ${name}`)
  return found
}

/** `by` commits what it has seen, adds the new names, and everybody follows. */
export async function addMembers(world: World, by: string, names: readonly string[], withPath = false): Promise<World> {
  const packages = await Promise.all(names.map((name) => packageOf(world, name)))
  const proposals = packages.map(({ message }): { type: 'add'; keyPackage: Uint8Array } => ({
    type: 'add',
    keyPackage: message,
  }))
  const made = await commit(memberOf(world, by), { proposals, withPath })
  const { welcomePacket, groupInfo, ratchetTree } = made
  const next = await deliver(world, by, { ...made, packet: made.commitPacket })
  const members = new Map(next.members)
  for (const own of packages)
    if (welcomePacket !== undefined)
      members.set(textOf(own.identity), await joinFromWelcome({ own, welcome: welcomePacket, ratchetTree }))
  return { ...next, members, proposals: groupInfo === undefined ? next.proposals : [] }
}

export async function proposeIn(world: World, by: string, value: ProposalValue): Promise<World> {
  const made = await propose(memberOf(world, by), value)
  const proposal = await readProposal(world.group, made.packet, world.rules)
  const members = new Map(world.members)
  for (const [name, member] of world.members)
    members.set(name, name === by ? made.member : (await receive(member, made.packet)).member)
  return { ...world, members, proposals: [...world.proposals, proposal] }
}

export async function removeMember(world: World, by: string, gone: string): Promise<World> {
  const { leafIndex } = describeMember(memberOf(world, gone))
  const made = await commit(memberOf(world, by), { proposals: [{ type: 'remove', leafIndex }] })
  return deliver(world, by, { ...made, packet: made.commitPacket })
}

/** `name` joins by external commit with the GroupInfo of `through`; with `resync` in place of its former self. */
export async function joinFromOutside(world: World, name: string, through: string, resync = false): Promise<World> {
  const own = await packageOf(world, name)
  const made = await joinExternally({ own, ...(await exportGroup(memberOf(world, through))), resync })
  return deliver(world, name, { ...made, packet: made.commitPacket })
}

interface Delivery {
  readonly member: Member
  readonly packet: Uint8Array
  readonly welcomePacket?: Uint8Array
  readonly groupInfo: Uint8Array
}

async function deliver(world: World, by: string, made: Delivery): Promise<World> {
  const { group, proposals, rules } = world
  const { packet, groupInfo, welcomePacket } = made
  const upload = welcomePacket === undefined ? {} : { welcome: welcomePacket }
  const effect = await readCommit(group, { packet, proposals, groupInfo, ...upload }, rules)
  const members = new Map<string, Member>()
  for (const [name, member] of world.members) {
    if (name === by) continue
    const { kind, member: next } = await receive(member, packet)
    if (kind !== 'removed') members.set(name, next)
  }
  members.set(by, made.member)
  return { ...world, group: effect.next, proposals: [], members }
}

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? new Uint8Array()).toString('utf8')
}
