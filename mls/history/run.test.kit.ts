// For the history tests only: runs histories by number, and says of one that fails how to run it alone.
import assert from 'node:assert/strict'
import { encodeGroupContext } from 'ts-mls/groupContext.js'
import { hex } from '../codec/bytes.ts'
import { writeRatchetTree } from '../codec/message.ts'
import { type PublicGroup, readCommit } from '../public-group.ts'
import { MlsRejection } from '../rejection.ts'
import { type Attack, attacksOnCommit, attacksOnProposal } from './attack.test.kit.ts'
import { diceOf } from './dice.test.kit.ts'
import { drawCommit, drawProposal } from './epoch.test.kit.ts'
import { acceptCommit, acceptProposal, openRoom, type Room, uploadOf } from './room.test.kit.ts'
import { isUncheckable, uncheckable } from './uncheckable.test.kit.ts'

/** How often what happened, in all histories of a run. */
export interface Tally {
  readonly steps: Map<string, number>
  readonly refused: Map<string, number>
  /** Parts of messages that were changed unseen. */
  readonly unseen: Map<string, number>
  readonly sizes: Map<string, number>
}

const seed = 'histories of 2023-03-17'

/** Histories 0 to `count` - 1 of the suite; of those only number MIMI_HISTORY where the environment names one. */
export async function runHistories(suite: number, count: number): Promise<Tally> {
  const tally: Tally = { steps: new Map(), refused: new Map(), unseen: new Map(), sizes: new Map() }
  const only = process.env['MIMI_HISTORY']
  for (const number of only === undefined ? Array(count).keys() : [Number(only)]) await runOne(suite, number, tally)
  return tally
}

async function runOne(suite: number, number: number, tally: Tally): Promise<void> {
  const name = `${seed}, suite ${suite}, history ${number}`
  const said: string[] = []
  try {
    const dice = diceOf(name)
    let room = await openRoom(suite, name)
    for (let epochs = 3 + dice.below(5); epochs > 0; epochs--) {
      for (let draws = dice.below(4); draws > 0; draws--) {
        const drawn = await drawProposal(room, dice)
        if (drawn === undefined) continue
        said.push(drawn.says)
        await withstand(room, await attacksOnProposal(room, drawn.sent, dice), tally)
        room = await acceptProposal(room, drawn.sent)
        for (const kind of drawn.kinds) count(tally.steps, kind)
      }
      const drawn = await drawCommit(room, dice)
      said.push(drawn.says)
      await withstand(room, await attacksOnCommit(room, drawn.sent, dice), tally)
      const before = room.group
      room = await acceptCommit(room, drawn.sent)
      for (const kind of [...drawn.kinds, ...changesOf(before, room.group)]) count(tally.steps, kind)
      count(tally.sizes, String(room.members.size))
      const replay = { ...uploadOf(drawn.sent), proposals: room.stale }
      const { group, rules } = room
      await withstand(room, [{ kind: 'replay', attempt: () => readCommit(group, replay, rules) }], tally)
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const again = `MIMI_HISTORY=${number} node --test dist/mls/history/suite-${suite}.test.js`
    throw new Error(`${name}: ${reason}\n  ${said.join('\n  ')}\nalone: ${again}`, { cause: error })
  }
}

/** Each attack is refused, or listed as what cannot be seen; and the group is as it was. */
async function withstand({ group }: Room, attacks: readonly Attack[], tally: Tally): Promise<void> {
  const before = fingerprint(group)
  for (const { kind, detail, way, part, attempt } of attacks) {
    const what = [kind, detail, way, part].filter((word) => word !== undefined).join(', ')
    try {
      await attempt()
    } catch (error) {
      if (!(error instanceof MlsRejection)) throw new Error(`${what}: not refused but failed`, { cause: error })
      count(tally.refused, kind === 'bit' ? `${way}: ${part}` : kind)
      continue
    }
    assert.ok(isUncheckable(way, part), `${what}: accepted`)
    count(tally.unseen, `${way}: ${part}`)
  }
  assert.deepEqual(fingerprint(group), before, 'a refused message changed the group')
}

function fingerprint({ state, members, ratchetTree, closed }: PublicGroup) {
  const { context, tree, confirmationTag } = state
  const bytes = [encodeGroupContext(context), confirmationTag, writeRatchetTree(tree), ratchetTree]
  return {
    bytes: bytes.map(hex),
    closed,
    handles: members.map(({ leafIndex, handle }) => `${leafIndex} ${hex(handle)}`),
  }
}

/** What a commit has done to the leaves of a tree. */
function changesOf(before: PublicGroup, after: PublicGroup): string[] {
  const [old, now] = [before, after].map(
    ({ members }) => new Map(members.map(({ leafIndex, handle }) => [leafIndex, hex(handle)])),
  )
  const last = Math.max(...(old?.keys() ?? []))
  const leaves = Array.from({ length: last + 1 }, (_, leaf) => ({ was: old?.get(leaf), is: now?.get(leaf) }))
  const happened = {
    'leaf: left blank': leaves.some(({ was, is }) => was !== undefined && is === undefined),
    'leaf: blank one filled again': leaves.some(({ was, is }) => was === undefined && is !== undefined),
    'leaf: emptied and filled at once': leaves.some(
      ({ was, is }) => was !== undefined && is !== undefined && was !== is,
    ),
    'tree: grown': after.nodeCount > before.nodeCount,
    'tree: shrunk': after.nodeCount < before.nodeCount,
  }
  return Object.entries(happened).flatMap(([what, did]) => (did ? [what] : []))
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

const steps = [
  ...['update', 'add', 'remove', 'extensions', 'add itself', 'warden adds', 'warden removes'].map(
    (kind) => `proposed: ${kind}`,
  ),
  ...['add', 'remove', 'extensions', 'path only', 'with a path in any case', 'with a path where needed'].map(
    (kind) => `committed: ${kind}`,
  ),
  'external: join',
  'external: resync',
  'leaf: left blank',
  'leaf: blank one filled again',
  'leaf: emptied and filled at once',
  'tree: grown',
  'tree: shrunk',
]

const attacks = [
  'truncated',
  'trailing byte',
  'other epoch',
  'other sender',
  'other sender outside',
  'replay',
  'stale reference',
  'reference twice',
  'path nodes swapped',
  'path of another commit',
  'proposal as commit',
  'commit as proposal',
  'proposal of an earlier epoch',
  'commit of an earlier epoch',
  'GroupInfo of an earlier epoch',
  'GroupInfo of the epoch before',
  'tree of an earlier epoch',
  'GroupInfo with the tree of a later epoch',
  'Welcome missing',
  'Welcome of an earlier commit',
  'flipped: structure',
  'flipped: publicMessage.auth.signature',
  'flipped: publicMessage.auth.confirmationTag',
  'flipped: welcome.secrets.newMember',
  'signed-again: publicMessage.content.commit.path.leafNode.hpkePublicKey',
  'signed-again: publicMessage.content.commit.path.nodes.hpkePublicKey',
]

/** Nothing that a history may hold was left out, and every entry of the list of what cannot be seen was needed. */
export function assertComplete(tally: Tally): void {
  if (process.env['MIMI_HISTORY'] !== undefined) return
  const missing = (wanted: readonly string[], counts: Map<string, number>) => wanted.filter((what) => !counts.has(what))
  assert.deepEqual(missing(steps, tally.steps), [], 'steps that no history took')
  assert.deepEqual(missing(attacks, tally.refused), [], 'attacks that no history made')
  assert.deepEqual(
    missing(
      uncheckable.map(({ way, part }) => `${way}: ${part}`),
      tally.unseen,
    ),
    [],
    'entries that nothing needed',
  )
  assert.ok(tally.sizes.has('12'), 'no history had a group of twelve')
}
