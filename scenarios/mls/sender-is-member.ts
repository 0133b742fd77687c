// A message comes from somebody who is there (FR-08).
import { memberFrames } from '../../harness/ingest/frames.ts'
import { refusedOn } from '../../harness/ingest/route.ts'

const { proposal, commit } = memberFrames

// Three members are in a tree of four leaves; the suite plays the other gateway in groups of two, where no leaf is blank.
export default refusedOn(
  { proposal, commit },
  {
    requirement: 'mls/sender-is-member',
    what: 'from a blank leaf, from one beyond the tree, and from one far beyond',
    setting: { members: ['carol', 'dave'] },
    flaws: {
      blank: { kind: 'sender', leafIndex: 3 },
      beyond: { kind: 'sender', leafIndex: 4 },
      farBeyond: { kind: 'sender', leafIndex: 2 ** 31 },
    },
  },
)
