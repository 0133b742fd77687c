// Mutants of the services, the identity providers and the federation by which nobody outside could tell a gateway, each with the reason.
import type { Equivalent } from './entry.ts'

/** What differs stays inside, or nobody has a way to bring it about. */
export const unseeableInReference: readonly Equivalent[] = [
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
    file: 'reference/federation/outboxes.js',
    source: '.catch((reason) => { outbox.failures += 1;',
    original:
      "{ outbox.failures += 1; parts.log({ event: 'defect', interfaceName: 'external', ...requestOf(outbox), reason: causeOf(reason) }); }",
    replacements: ['{}'],
    why: 'only a defect of the gateway itself leads there',
  },
  {
    file: 'reference/services/clients.js',
    source: 'tagsAfter(tags, { tagsToAdd = [], tagsToRemove = [] }) {',
    original: '[]',
    replacements: ['["Stryker was here"]'],
    why: 'of the two lists that of tags to add is seen; a tag of this text to remove has nobody',
  },
]
