// The path goes from the leaf to the root, for every member to follow (CM-03; RFC 9420 sections 7.6 and 12.4.2).
import { forgedCommits } from '../../harness/ingest/forgeries.ts'

export default forgedCommits({
  requirement: 'commits/valid-in-epoch',
  story:
    "The path of Alice's commit has a node too few or too many, a key that the tree has already, or lacks a ciphertext",
  flaws: [
    { kind: 'path-too-short' },
    { kind: 'path-too-long' },
    { kind: 'path-key-of-tree' },
    { kind: 'path-ciphertext-missing' },
  ],
})
