// Mutants that make another gateway of the reference one, and one that is right as well, each with what leaves it open.
import type { Equivalent } from './entry.ts'

/** The edition, or RFC 9420, leaves open what differs. */
export const allowed: readonly Equivalent[] = [
  {
    file: 'reference/federation/outboxes.js',
    source: 'if (outbox.peer === peer && outbox.appId === id)',
    original: 'outbox.peer === peer && outbox.appId === id',
    replacements: ['true', 'outbox.peer === peer || outbox.appId === id'],
    why: 'what could not be delivered is tried again earlier, and no edition says when it has to be',
  },
  {
    file: 'reference/federation/outboxes.js',
    source: 'if (outbox.peer === peer && outbox.appId === id)',
    original: 'outbox.peer === peer',
    replacements: ['true'],
    why: 'what could not be delivered is tried again earlier, and no edition says when it has to be',
  },
  {
    file: 'reference/federation/outboxes.js',
    source: 'if (outbox.peer === peer && outbox.appId === id)',
    original: 'outbox.appId === id',
    replacements: ['true'],
    why: 'what could not be delivered is tried again earlier, and no edition says when it has to be',
  },
  {
    file: 'reference/federation/outboxes.js',
    source: 'if (outbox.failures === 0)',
    original: 'outbox.failures === 0',
    replacements: ['true'],
    why: 'what could not be delivered is tried again earlier, and no edition says when it has to be',
  },
  {
    file: 'reference/federation/outboxes.js',
    source: 'return setAside.length === 0 || refusals > mostRefusals ?',
    original: 'setAside.length === 0 || refusals > mostRefusals',
    replacements: ['false', 'setAside.length === 0 && refusals > mostRefusals'],
    why: 'what was refused is offered more often, and where there is nothing to offer nothing is sent',
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
  {
    file: 'mls/checks/proposal.js',
    source: 'const unchanged = before !== undefined && after !== undefined && equalBytes(before, after);',
    original: 'before !== undefined && after !== undefined && equalBytes(before, after)',
    replacements: ['false'],
    why: 'RFC 9420 section 5.3.1 says when a credential has to be validated, and not that it may not be validated again',
  },
  {
    file: 'mls/checks/proposal.js',
    source: 'const [before, after] = [group.context.extensions, extensions].map',
    original: "'external_senders'",
    replacements: ['""'],
    why: 'RFC 9420 section 5.3.1 says when a credential has to be validated, and not that it may not be validated again',
  },
  {
    file: 'mls/checks/ratchet-tree.js',
    source: 'run: ({ nodes }) => tooLarge(nodes)',
    original: '({ nodes }) => tooLarge(nodes)',
    replacements: ['() => undefined'],
    why: 'how many leaves are too many no edition says',
  },
  {
    file: 'mls/checks/commit.js',
    source: 'run: ({ next }) => tooLarge(next)',
    original: '({ next }) => tooLarge(next)',
    replacements: ['() => undefined'],
    why: 'how many leaves are too many no edition says',
  },
  {
    file: 'mls/checks/framing.js',
    source: 'run: ({ message: { content } }) => content.authenticatedData.length > longestAuthenticatedData',
    original: 'content.authenticatedData.length > longestAuthenticatedData',
    replacements: ['false', 'content.authenticatedData.length >= longestAuthenticatedData'],
    why: 'how much authenticated data is too much no edition says',
  },
  {
    file: 'mls/checks/leaf-node.js',
    source: "if (place !== 'key-package' || leaf.leafNodeSource !== 'key_package')",
    original: "place !== 'key-package'",
    replacements: ['false'],
    why: 'RFC 9420 section 7.3 leaves open whether a leaf that is in a tree is held to its lifetime',
  },
  {
    file: 'mls/checks/ratchet-tree.js',
    source: 'export function tooLarge(nodes) {',
    original:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the code as the compiler prints it
      '{ const length = nodes.findLastIndex((node) => node !== undefined) + 1; return length <= 2 * mostLeaves - 1 ? undefined : `expected at most ${mostLeaves} leaves; found ${length} nodes`; }',
    replacements: ['{}'],
    why: 'how many leaves are too many no edition says',
  },
  {
    file: 'mls/checks/ratchet-tree.js',
    source: 'const length = nodes.findLastIndex((node) => node !== undefined) + 1;',
    original: 'nodes.findLastIndex((node) => node !== undefined) + 1',
    replacements: ['nodes.findLastIndex(node => node !== undefined) - 1'],
    why: 'how many leaves are too many no edition says',
  },
  {
    file: 'mls/checks/ratchet-tree.js',
    source: 'const length = nodes.findLastIndex((node) => node !== undefined) + 1;',
    original: '(node) => node !== undefined',
    replacements: ['() => undefined'],
    why: 'how many leaves are too many no edition says',
  },
  {
    file: 'mls/checks/ratchet-tree.js',
    source: 'const length = nodes.findLastIndex((node) => node !== undefined) + 1;',
    original: 'node !== undefined',
    replacements: ['true', 'false', 'node === undefined'],
    why: 'how many leaves are too many no edition says',
  },
  {
    file: 'mls/checks/ratchet-tree.js',
    source: 'return length <= 2 * mostLeaves - 1 ?',
    original: 'length <= 2 * mostLeaves - 1',
    replacements: ['true', 'length < 2 * mostLeaves - 1'],
    why: 'how many leaves are too many no edition says',
  },
  {
    file: 'mls/checks/ratchet-tree.js',
    source: 'return length <= 2 * mostLeaves - 1 ?',
    original: '2 * mostLeaves - 1',
    replacements: ['2 * mostLeaves + 1'],
    why: 'how many leaves are too many no edition says',
  },
]
