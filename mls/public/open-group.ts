// Where the public side begins to follow a group: a GroupInfo and the ratchet tree of the same epoch (RFC 9420 section 12.4.3).
import type { RatchetTree } from 'ts-mls/ratchetTree.js'
import { extendRatchetTree, stripBlankNodes } from 'ts-mls/ratchetTree.js'
import { runChecks } from '../checks/check.ts'
import type { Rules } from '../checks/contexts.ts'
import { suiteNumber } from '../codec/names.ts'
import { MlsRejection } from '../rejection.ts'
import { decodeMessage, decodeTree } from './decode.ts'
import { makeGroup, type PublicGroup } from './group.ts'

interface GroupUpload {
  /** MLSMessage with the GroupInfo. */
  readonly groupInfo: Uint8Array
  /** `optional<Node> ratchet_tree<V>`. */
  readonly ratchetTree: Uint8Array
}

/**
 * The group in the epoch of the GroupInfo, whichever that is; what a caller asks of a new group (epoch 0, one member) it sees in
 * the fields. Throws MlsRejection: 'malformed', 'unsupported-suite' or 'invalid-group-info'.
 */
export async function openGroup(upload: GroupUpload, rules: Rules): Promise<PublicGroup> {
  const wanted = ['mls_group_info'] as const
  const { groupInfo } = await decodeMessage(upload.groupInfo, { wanted, code: 'malformed' }, rules)
  const nodes = await decodeTree(upload.ratchetTree, rules)
  const { groupContext: context, confirmationTag } = groupInfo
  const suite = await rules.suite(suiteNumber(context.cipherSuite))
  const ground = { rules, suite, code: 'invalid-group-info' } as const
  const tree = fullTree(nodes)
  await runChecks(rules.checks.tree, { ...ground, nodes, tree, context })
  await runChecks(rules.checks.groupInfo, { ...ground, groupInfo, tree, ratchetTree: upload.ratchetTree })
  return makeGroup({ context, tree, closed: false, suite, confirmationTag }, rules)
}

/** The tree at its full size of 2^d - 1 nodes (section 12.4.3.3). */
function fullTree(nodes: RatchetTree): RatchetTree {
  const stripped = stripBlankNodes(nodes)
  if (stripped.length === 0)
    throw new MlsRejection(
      'invalid-group-info',
      { row: 'RT-01', section: '9420 section 12.4.3.3' },
      'expected a tree with a member; found an empty one',
    )
  return extendRatchetTree(stripped)
}
