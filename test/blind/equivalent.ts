// Mutants that no check can see or may complain of, each looked at and with the reason.
import type { BlindMutant } from './instrument.ts'

interface Equivalent {
  readonly file: string
  /** How the line begins that it begins in, with the next one where that is needed, as the compiler prints them. */
  readonly source: string
  readonly original: string
  readonly replacements: readonly string[]
  readonly why: string
}

/** Nobody outside could tell the mutant from the gateway. */
const unseeable: readonly Equivalent[] = [
  {
    file: 'mls/checks/framing.js',
    source:
      "run: ({ message: { content } }) => content.contentType === 'application' ? 'expected a handshake message; found application data' : undefined,",
    original:
      "({ message: { content } }) => content.contentType === 'application' ? 'expected a handshake message; found application data' : undefined",
    replacements: ['() => undefined'],
    why: 'the check of the content type, which comes next, refuses the same messages by the same code',
  },
  {
    file: 'mls/checks/framing.js',
    source: 'run: ({ message: { content }, route }) => content.contentType === route ?',
    original: 'content.contentType === route',
    replacements: ['true'],
    why: 'application data is refused before it, and what reads proposals and commits refuses the other kind by the same code',
  },
  {
    file: 'mls/checks/commit.js',
    source: 'run: (context) => (hasRenamedMember(context) ?',
    original: '(context) => (hasRenamedMember(context) ? sameClientTwice(context.next, context) : undefined)',
    replacements: ['() => undefined'],
    why: 'a client twice is refused before: who is added by PL-12, who joins by XC-06, and nobody is renamed',
  },
  {
    file: 'mls/checks/commit.js',
    source: "if (committer.senderType !== 'member') arrived.add(own);",
    original: "committer.senderType !== 'member'",
    replacements: ['true', 'false', "committer.senderType === 'member'"],
    why: 'nobody is renamed: both providers call nobody but the same client a successor, which is checked before',
  },
  {
    file: 'mls/checks/commit.js',
    source: "if (committer.senderType !== 'member') arrived.add(own);",
    original: "'member'",
    replacements: ['""'],
    why: 'nobody is renamed: both providers call nobody but the same client a successor, which is checked before',
  },
  {
    file: 'mls/checks/commit.js',
    source: 'return before !== undefined && !equalBytes(handleOf(before), handleOf(leaf));',
    original: 'before !== undefined && !equalBytes(handleOf(before), handleOf(leaf))',
    replacements: ['true', 'false', 'before !== undefined || !equalBytes(handleOf(before), handleOf(leaf))'],
    why: 'nobody is renamed: both providers call nobody but the same client a successor, which is checked before',
  },
  {
    file: 'mls/checks/commit.js',
    source: 'return before !== undefined && !equalBytes(handleOf(before), handleOf(leaf));',
    original: '!equalBytes(handleOf(before), handleOf(leaf))',
    replacements: ['equalBytes(handleOf(before), handleOf(leaf))'],
    why: 'nobody is renamed: both providers call nobody but the same client a successor, which is checked before',
  },
  {
    file: 'mls/checks/commit.js',
    source: 'return before !== undefined && !equalBytes(handleOf(before), handleOf(leaf));',
    original: 'before !== undefined',
    replacements: ['true', 'before === undefined'],
    why: 'who has not arrived had a leaf before, of the same client',
  },
  {
    file: 'mls/checks/group-info.js',
    source: 'if (!equalBytes(groupContext.groupId, context.groupId))',
    original: '!equalBytes(groupContext.groupId, context.groupId)',
    replacements: ['false'],
    why: 'the comparison of the whole context, which comes next, refuses the same',
  },
  {
    file: 'mls/checks/group-info.js',
    source: 'if (groupContext.epoch !== context.epoch)',
    original: 'groupContext.epoch !== context.epoch',
    replacements: ['false'],
    why: 'the comparison of the whole context, which comes next, refuses the same',
  },
  {
    file: 'mls/checks/proposal-list.js',
    source: "if (!list.some(({ proposal }) => proposal.proposalType === 'add'))",
    original: "proposal.proposalType === 'add'",
    replacements: ['true'],
    why: 'where nobody is added nobody is added twice: only the work is saved',
  },
  {
    file: 'mls/checks/leaf-node.js',
    source: "if (leaf.leafNodeSource !== 'key_package' && group === undefined)",
    original: "leaf.leafNodeSource !== 'key_package' && group === undefined",
    replacements: ['false'],
    why: 'only a key package comes without a group, and one with a leaf of another source is refused by the check before',
  },
  {
    file: 'mls/checks/proposal-list.js',
    source: "committer.senderType === 'member' &&",
    original: "committer.senderType === 'member'",
    replacements: ['true'],
    why: 'who joins by the commit has no leaf index that one of a member could equal',
  },
  {
    file: 'mls/checks/ratchet-tree.js',
    source: 'if (before !== undefined && before >= leafIndex)',
    original: 'before !== undefined',
    replacements: ['true'],
    why: 'undefined is not at least any number',
  },
  {
    file: 'mls/checks/check.js',
    source: 'if (!checks.some((check) => check.name === name))',
    original: '!checks.some((check) => check.name === name)',
    replacements: ['false'],
    why: 'the gateway names one check, which is there',
  },
  {
    file: 'mls/public/key-package.js',
    source: "if (leafNode.leafNodeSource !== 'key_package')",
    original: "leafNode.leafNodeSource !== 'key_package'",
    replacements: ['false'],
    why: 'the check of the leaf node source has refused every other',
  },
  {
    file: 'mls/public/step.js',
    source: 'if (leafIndex * 2 < tree.length)',
    original: 'leafIndex * 2 < tree.length',
    replacements: ['true', 'leafIndex * 2 <= tree.length'],
    why: 'the check of the sender has refused every commit of a leaf that is not there',
  },
  {
    file: 'mls/public/handshake.js',
    source: ': [],',
    original: '[]',
    replacements: ['["Stryker was here"]'],
    why: 'nobody reads the references of a proposal',
  },
  {
    file: 'mls/tree/apply-proposals.js',
    source:
      "if (proposal.proposalType === 'update' && sender.senderType === 'member' && leafAt(tree, sender.leafIndex))",
    original: "sender.senderType === 'member'",
    replacements: ['true'],
    why: 'nobody but a member has a leaf index, and there is no leaf at none',
  },
  {
    file: 'mls/tree/tree-hash.js',
    source: 'if (known?.leafIndex === leafIndex && known.size === hashing.size)',
    original: 'known?.leafIndex === leafIndex && known.size === hashing.size',
    replacements: ['false'],
    why: 'the same hash, computed anew',
  },
  {
    file: 'reference/identity/x509.js',
    source: "const member = problem?.member.replace('device_handle_range', form.rangeMember);",
    original: 'problem?.member',
    replacements: ['problem.member'],
    why: 'there is a problem where there are no parameters',
  },
  {
    file: 'reference/federation/outbound.js',
    source: "this.name = 'PeerTimeout';",
    original: "'PeerTimeout'",
    replacements: ['""'],
    why: 'the name of an error that stays inside',
  },
  {
    file: 'reference/federation/links.js',
    source: 'const known = code !== undefined && statusOf(code) === status ? code : fallback;',
    original: 'code !== undefined',
    replacements: ['true'],
    why: 'no code has no status',
  },
  {
    file: 'reference/federation/links.js',
    source: 'const members = currentEpoch === undefined ? {} : { members: { currentEpoch } };',
    original: 'currentEpoch === undefined',
    replacements: ['false'],
    why: 'a member that is undefined is left out of the JSON',
  },
  {
    file: 'reference/federation/following.js',
    source: 'const scratch = { ...application, groups: new Map([[group.key, group]]) };',
    original: '[[group.key, group]]',
    replacements: ['[]'],
    why: 'what is replayed is handed over, and read from there only when it has been written',
  },
  {
    file: 'reference/federation/outboxes.js',
    source: 'async settled() {',
    original: '{ while (sending.size > 0) await Promise.all(sending.values()); }',
    replacements: ['{}'],
    why: 'only tests wait for the outboxes',
  },
  {
    file: 'reference/federation/outboxes.js',
    source: 'if (delayMs === 0)',
    original: 'delayMs === 0',
    replacements: ['false'],
    why: 'an attempt after no time, in place of one at once',
  },
  {
    file: 'mls/public/step.js',
    source: "if (content.contentType !== 'commit' || auth.contentType !== 'commit')",
    original: "content.contentType !== 'commit' || auth.contentType !== 'commit'",
    replacements: ["content.contentType !== 'commit' && auth.contentType !== 'commit'"],
    why: 'content and authentication are read by one content type',
  },
  {
    file: 'reference/federation/outboxes.js',
    source: "return parts.links.problemOf(parts, answer).code === 'unknown-group' ? 'restart' : 'refused';",
    original: "'refused'",
    replacements: ['""'],
    why: 'whatever is neither delivered nor to be begun anew counts as refused',
  },
  {
    file: 'reference/federation/agreements.js',
    source: "return 'none';",
    original: "'none'",
    replacements: ['""'],
    why: 'it is not the same configuration either, and refused alike',
  },
  {
    file: 'reference/federation/passing.js',
    source: 'if (reason instanceof MlsRejection)',
    original: 'reason instanceof MlsRejection',
    replacements: ['true'],
    why: 'what else is thrown there is the refusal of another domain, and told as the same failure of the peer',
  },
  {
    file: 'mls/checks/leaf-node.js',
    source: "run: ({ leaf, place, extensions, group }) => place === 'tree' ?",
    original: "'tree'",
    replacements: ['""'],
    why: 'the leaves of a tree are judged for the same by the check of the GroupInfo that comes with it',
  },
  {
    file: 'mls/checks/framing.js',
    source:
      "return content.contentType === 'proposal' && content.proposal.proposalType === 'add' ? content.proposal.add.keyPackage",
    original: "content.proposal.proposalType === 'add'",
    replacements: ['true'],
    why: 'a check before has refused whatever else somebody proposes who is not in yet',
  },
  {
    file: 'reference/federation/outboxes.js',
    source: '.catch((reason) => { outbox.failures += 1;',
    original:
      "{ outbox.failures += 1; parts.log({ event: 'defect', interfaceName: 'external', ...requestOf(outbox), reason: causeOf(reason) }); }",
    replacements: ['{}'],
    why: 'only a defect of the gateway itself leads there',
  },
  {
    file: 'mls/tree/tree-hash.js',
    source: 'if (known?.leafIndex === leafIndex && known.size === hashing.size)',
    original: 'known.size === hashing.size',
    replacements: ['true'],
    why: 'a leaf is decoded for one group, and so hashed in one suite alone',
  },
  {
    file: 'mls/checks/leaf-node.js',
    source: "run: ({ leaf, place, extensions, group }) => place === 'tree' ? undefined",
    original: "'tree'",
    replacements: ['""'],
    why: 'GI-07 asks the same of these leaves, and refuses by the same code',
  },
  {
    file: 'mls/checks/external-commit.js',
    source: 'return leaf !== undefined && !rules.identity.validSuccessor(identityOf(leaf), joiner);',
    original: 'leaf !== undefined',
    replacements: ['true'],
    why: 'PL-03 has refused the Remove of a place where nobody is',
  },
  {
    file: 'mls/public/step.js',
    source: "if (content.contentType !== 'commit' || auth.contentType !== 'commit')",
    original: "content.contentType !== 'commit' || auth.contentType !== 'commit'",
    replacements: ["content.contentType !== 'commit' && auth.contentType !== 'commit'"],
    why: 'both are decoded by one and the same octet',
  },
  {
    file: 'reference/federation/passing.js',
    source: 'if (reason instanceof MlsRejection)',
    original: 'reason instanceof MlsRejection',
    replacements: ['true'],
    why: 'what else is thrown there is a failure of the peer as well, by the same code',
  },
  {
    file: 'reference/services/clients.js',
    source: 'tagsAfter(tags, { tagsToAdd = [], tagsToRemove = [] }) {',
    original: '[]',
    replacements: ['["Stryker was here"]'],
    why: 'of the two lists that of tags to add is seen; a tag of this text to remove has nobody',
  },
]

/** The gateway is another one, and right as well: the edition leaves open what differs. */
const allowed: readonly Equivalent[] = [
  {
    file: 'reference/federation/outboxes.js',
    source: 'if (other.peer === outbox.peer && other.failures > 0)',
    original: 'other.peer === outbox.peer',
    replacements: ['true'],
    why: 'what could not be delivered is tried again earlier, and no edition says when it has to be',
  },
  {
    file: 'reference/federation/outboxes.js',
    source: 'if (outbox.peer === peer && outbox.appId === id && isWaiting)',
    original: 'outbox.peer === peer && outbox.appId === id && isWaiting',
    replacements: ['outbox.peer === peer && outbox.appId === id || isWaiting'],
    why: 'what could not be delivered is tried again earlier, and no edition says when it has to be',
  },
  {
    file: 'reference/federation/passing.js',
    source:
      "const asks = isDomainRequired && caller.kind === 'application-server' && application.federatesWith.size > 0;",
    original: "'application-server'",
    replacements: ['""'],
    why: 'an absent domain is the own one: the variation absent-domain-is-own',
  },
  {
    file: 'reference/services/applications.js',
    source: "return known === undefined ? 'new' : 'same';",
    original: "'new'",
    replacements: ['""'],
    why: '200 in place of 201: the variation created-as-ok',
  },
  {
    file: 'reference/services/applications.js',
    source: "return known === undefined ? 'new' : 'same';",
    original: 'known === undefined',
    replacements: ['true', 'false', 'known !== undefined'],
    why: '200 in place of 201, or the other way round: any 2xx will do',
  },
  {
    file: 'reference/services/key-packages.js',
    source:
      'return usable.toSorted((left, right) => Number(left.notAfter > right.notAfter) - Number(left.notAfter < right.notAfter));',
    original: 'left.notAfter < right.notAfter',
    replacements: ['true', 'false', 'left.notAfter <= right.notAfter', 'left.notAfter >= right.notAfter'],
    why: 'no edition says in which order key packages are handed out: the variation latest-expiry-first',
  },
  {
    file: 'reference/services/key-packages.js',
    source:
      'return usable.toSorted((left, right) => Number(left.notAfter > right.notAfter) - Number(left.notAfter < right.notAfter));',
    original: 'left.notAfter > right.notAfter',
    replacements: ['true', 'false', 'left.notAfter >= right.notAfter', 'left.notAfter <= right.notAfter'],
    why: 'no edition says in which order key packages are handed out: the variation latest-expiry-first',
  },
  {
    file: 'reference/federation/links.js',
    source: "const known = code !== undefined && code !== 'unknown-domain' && statusOf(code) === 404;",
    original: "'unknown-domain'",
    replacements: ['""'],
    why: 'which problem a 404 names is left open',
  },
  {
    file: 'reference/federation/links.js',
    source: "const known = code !== undefined && code !== 'unknown-domain' && statusOf(code) === 404;",
    original: 'code !== undefined',
    replacements: ['code === undefined'],
    why: 'which problem a 404 names is left open',
  },
]

export const equivalents = [...unseeable, ...allowed]

export function isEquivalent({ file, source, original, replacement }: BlindMutant): boolean {
  return equivalents.some(
    (one) =>
      one.file === file &&
      source.startsWith(one.source) &&
      one.original === original &&
      one.replacements.includes(replacement.replace(/\s+/g, ' ')),
  )
}
