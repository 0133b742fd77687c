// All checks of the public side by kind, and how to take one out or put another in its place: that is how a faulty gateway is made.

import type { Check } from './check.ts'
import { commitChecks } from './commit.ts'
import type { CheckContexts, Checks } from './contexts.ts'
import { decodingChecks } from './decoding.ts'
import { externalCommitChecks } from './external-commit.ts'
import { framingChecks } from './framing.ts'
import { groupInfoChecks } from './group-info.ts'
import { keyPackageChecks } from './key-package.ts'
import { leafChecks } from './leaf-node.ts'
import { memberChecks } from './members.ts'
import { proposalChecks } from './proposal.ts'
import { proposalListChecks } from './proposal-list.ts'
import { treeChecks } from './ratchet-tree.ts'
import { welcomeChecks } from './welcome.ts'

export const allChecks: Checks = {
  decoding: decodingChecks,
  framing: framingChecks,
  leaf: leafChecks,
  keyPackage: keyPackageChecks,
  groupInfo: groupInfoChecks,
  tree: treeChecks,
  members: memberChecks,
  proposal: proposalChecks,
  proposalList: proposalListChecks,
  commit: commitChecks,
  externalCommit: externalCommitChecks,
  welcome: welcomeChecks,
}

/** The checks without those of `row`, in whichever kinds they are. Throws where no check has that row. */
export function withoutCheck(checks: Checks, row: string): Checks {
  const rest = <Context>(list: readonly Check<Context>[]) => list.filter((check) => check.row !== row)
  const fewer: Checks = {
    decoding: rest(checks.decoding),
    framing: rest(checks.framing),
    leaf: rest(checks.leaf),
    keyPackage: rest(checks.keyPackage),
    groupInfo: rest(checks.groupInfo),
    tree: rest(checks.tree),
    members: rest(checks.members),
    proposal: rest(checks.proposal),
    proposalList: rest(checks.proposalList),
    commit: rest(checks.commit),
    externalCommit: rest(checks.externalCommit),
    welcome: rest(checks.welcome),
  }
  if (countChecks(fewer) === countChecks(checks)) throw new Error(`no check has row ${row}`)
  return fewer
}

/** The checks with those of `at.row` among `at.kind` judging by `run` instead. Throws where there is none. */
export function replaceCheck<Kind extends keyof CheckContexts>(
  checks: Checks,
  at: { readonly kind: Kind; readonly row: string },
  run: Check<CheckContexts[Kind]>['run'],
): Checks {
  const list: Checks[Kind] = checks[at.kind]
  if (!list.some((check) => check.row === at.row)) throw new Error(`no check of kind ${at.kind} has row ${at.row}`)
  return { ...checks, [at.kind]: list.map((check) => (check.row === at.row ? { ...check, run } : check)) }
}

/**
 * The checks with those of `at.row` among `at.kind` (of `at.name`, where the row has several) judging only what `applies`
 * says yes to; everything else passes them. Throws where there is none.
 */
export function limitCheck<Kind extends keyof CheckContexts>(
  checks: Checks,
  at: { readonly kind: Kind; readonly row: string; readonly name?: string },
  applies: (context: CheckContexts[Kind]) => boolean,
): Checks {
  const list: Checks[Kind] = checks[at.kind]
  const isMeant = ({ row, name }: { row: string; name: string }) => row === at.row && name === (at.name ?? name)
  if (!list.some(isMeant)) throw new Error(`no check of kind ${at.kind} has row ${at.row}`)
  const limited = (check: Check<CheckContexts[Kind]>) => ({
    ...check,
    run: (context: CheckContexts[Kind]) => (applies(context) ? check.run(context) : undefined),
  })
  return { ...checks, [at.kind]: list.map((check) => (isMeant(check) ? limited(check) : check)) }
}

function countChecks(checks: Checks): number {
  return Object.values(checks).reduce((count, list) => count + list.length, 0)
}
