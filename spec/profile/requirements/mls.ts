// What RFC 9420 asks of whoever receives a message, and RFC 9750 of whoever delivers it, as far as that needs no group secret.
import type { Behaviour } from '../../requirement.ts'
import { commits } from './mls/commits.ts'
import { delivery } from './mls/delivery.ts'
import { externalCommits } from './mls/external-commits.ts'
import { framing } from './mls/framing.ts'
import { groupInfo } from './mls/group-info.ts'
import { keyPackages } from './mls/key-packages.ts'
import { leafNodes } from './mls/leaf-nodes.ts'
import { proposals } from './mls/proposals.ts'
import { ratchetTree } from './mls/ratchet-tree.ts'

export const mls: readonly Behaviour[] = [
  ...framing,
  ...leafNodes,
  ...keyPackages,
  ...groupInfo,
  ...ratchetTree,
  ...proposals,
  ...commits,
  ...externalCommits,
  ...delivery,
]
