// Key packages, groups, proposals and commits made once by real members, for as many histories as there are.
import { commit, createGroup, exportGroup, type Member, propose } from '../../mls/member.ts'
import { base64, commitBody, packageOf, utf8 } from '../../reference/members.test.kit.ts'
import type { Trial } from '../../reference/trial.test.kit.ts'

interface PoolPackage {
  readonly owner: string
  /** Seconds of life: what is given out first. */
  readonly life: bigint
  /** As the wire has it. */
  readonly wire: string
}

interface PoolGroup {
  /** Path segment. */
  readonly segment: string
  readonly body: { readonly groupInfo: string; readonly ratchetTree: string }
}

interface PoolProposal {
  readonly group: string
  /** The group's name, or the commit that the proposal comes after. */
  readonly after: string
  readonly wire: string
}

interface PoolCommit {
  readonly group: string
  readonly after: string
  readonly adds: readonly string[]
  /** Proposals that have to be there. */
  readonly cites: readonly string[]
  readonly body: object
  readonly wire: string
  readonly groupInfo: string
  readonly welcome?: string
}

/** Everything by name. */
export interface Pool {
  readonly packages: ReadonlyMap<string, PoolPackage>
  readonly groups: ReadonlyMap<string, PoolGroup>
  readonly proposals: ReadonlyMap<string, PoolProposal>
  readonly commits: ReadonlyMap<string, PoolCommit>
}

export const people = ['alice', 'bob', 'carol']
const packageNumbers = [0, 1, 2, 3, 4]

/** Five key packages of each person, all of another life, and two groups whose commits compete for them and for epochs. */
export async function makePool(trial: Trial): Promise<Pool> {
  const packages = new Map<string, PoolPackage>()
  const messages = new Map<string, Uint8Array>()
  for (const [index, owner] of people.entries())
    for (const number of packageNumbers) {
      const life = BigInt(86_400 + 1000 * ((number * 2) % packageNumbers.length) + index)
      const { message } = await packageOf(trial, owner, { expiresIn: life })
      packages.set(`${owner}${number}`, { owner, life, wire: base64(message) })
      messages.set(`${owner}${number}`, message)
    }
  const groups = new Map<string, PoolGroup>()
  const proposals = new Map<string, PoolProposal>()
  const commits = new Map<string, PoolCommit>()
  const add = (name: string) => ({ type: 'add' as const, keyPackage: messages.get(name) ?? new Uint8Array() })

  for (const group of ['g', 'h']) {
    const member = await createGroup({ groupId: utf8(group), own: await packageOf(trial, 'alice') })
    const { groupInfo, ratchetTree } = await exportGroup(member)
    const segment = Buffer.from(utf8(group)).toString('base64url')
    groups.set(group, { segment, body: { groupInfo: base64(groupInfo), ratchetTree: base64(ratchetTree) } })
    const make = async (from: Member, after: string, what: { name: string; adds?: string[]; cites?: string[] }) => {
      const { name, adds = [], cites = [] } = what
      const made = await commit(from, cites.length > 0 ? {} : { proposals: adds.map(add) })
      const { welcomePacket } = made
      commits.set(name, {
        ...{ group, after, adds, cites, body: commitBody(made) },
        wire: base64(made.commitPacket),
        groupInfo: base64(made.groupInfo),
        ...(welcomePacket && { welcome: base64(welcomePacket) }),
      })
      return made.member
    }
    const proposing = await propose(member, add('carol0'))
    proposals.set(`${group}:propose-carol0`, { group, after: group, wire: base64(proposing.packet) })
    await make(proposing.member, group, {
      name: `${group}:cite-carol0`,
      adds: ['carol0'],
      cites: [`${group}:propose-carol0`],
    })
    const withBob = await make(member, group, { name: `${group}:add-bob0`, adds: ['bob0'] })
    await make(member, group, { name: `${group}:add-bob1`, adds: ['bob1'] })
    const updated = await make(member, group, { name: `${group}:update` })
    await make(withBob, `${group}:add-bob0`, { name: `${group}:add-bob0:add-carol0`, adds: ['carol0'] })
    await make(withBob, `${group}:add-bob0`, { name: `${group}:add-bob0:update` })
    await make(updated, `${group}:update`, { name: `${group}:update:add-bob0`, adds: ['bob0'] })
  }
  return { packages, groups, proposals, commits }
}
