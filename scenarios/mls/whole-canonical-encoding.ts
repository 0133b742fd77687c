// An object is what its octets say, no more of them and no fewer, and there is one way to write it (FR-02).
import { externalCommit, memberFrames } from '../../harness/ingest/frames.ts'
import { groupInfos, ratchetTree, welcome } from '../../harness/ingest/group-objects.ts'
import { storedKeyPackages } from '../../harness/ingest/key-packages.ts'
import { refusedOn } from '../../harness/ingest/route.ts'
import { longLength, trailingByte, truncated } from '../../mls/forge.ts'

const rule = {
  requirement: 'mls/whole-canonical-encoding',
  what: 'with a stray octet behind them, cut short, and with a length written in more octets than it needs',
} as const
const frames = {
  ...rule,
  flaws: {
    strayOctet: { kind: 'trailing-byte' },
    cutShort: { kind: 'truncated' },
    longLength: { kind: 'non-minimal-length' },
  },
} as const
/** `at` is where the object says how long its first vector is. */
const damages = (at: number) => ({
  strayOctet: trailingByte,
  cutShort: truncated,
  longLength: (bytes: Uint8Array) => longLength(bytes, at),
})

export default {
  ...refusedOn(memberFrames, frames),
  ...refusedOn({ 'external-commit': externalCommit }, frames),
  ...refusedOn(groupInfos, { ...rule, flaws: damages(8) }),
  ...refusedOn({ welcome }, { ...rule, flaws: damages(6) }),
  ...refusedOn({ 'ratchet-tree': ratchetTree }, { ...rule, flaws: damages(0) }),
  ...refusedOn(storedKeyPackages, {
    ...rule,
    flaws: {
      strayOctet: { kind: 'trailing-byte' },
      cutShort: { kind: 'message', change: truncated },
      longLength: { kind: 'non-minimal-length' },
      noMessage: { kind: 'no-mls-message' },
    },
  }),
}
