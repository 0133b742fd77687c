// Rows CB: commits (RFC 9420 sections 7.6 and 12.4).
import type { Behaviour } from '../../../requirement.ts'

export const commits: readonly Behaviour[] = [
  {
    id: 'mls/references-known',
    rows: ['CB-01'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A commit that refers to anything but proposals of its group and epoch is refused.',
    observable: 'wire',
    source: 'RFC 9420 section 12.4.2',
  },
  {
    id: 'mls/no-reference-twice',
    rows: ['CB-02'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A commit that refers twice to the same proposal is refused.',
    observable: 'wire',
    source: 'RFC 9420 section 12.4',
  },
  {
    id: 'mls/path-where-needed',
    rows: ['CB-03'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A commit without a path is refused if it lists nothing or anything but Adds, PSKs and a ReInit, and accepted otherwise.',
    observable: 'wire',
    source: 'RFC 9420 section 12.4',
  },
  {
    id: 'mls/leaf-of-the-path',
    rows: ['CB-04'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A commit is refused if the leaf of its path is not valid, not of source commit, has the encryption key from before or another parent hash than its path leads to.',
    observable: 'wire',
    source: 'RFC 9420 section 12.4.2',
  },
  {
    id: 'mls/path-length',
    rows: ['CB-05'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A commit is refused if its path has another number of nodes than there are parents to replace, or of ciphertexts than there are members to reach.',
    observable: 'wire',
    source: 'RFC 9420 section 7.6',
  },
  {
    id: 'mls/path-keys-new',
    rows: ['CB-06'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'A commit whose path brings an encryption key that is in the tree already is refused.',
    observable: 'wire',
    source: 'RFC 9420 section 12.4.2',
  },
]
