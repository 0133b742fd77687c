// A message of a version or a kind that nobody here knows is none (FR-01).
import { externalCommit, memberFrames } from '../../harness/ingest/frames.ts'
import { groupInfos, welcome } from '../../harness/ingest/group-objects.ts'
import { storedKeyPackages } from '../../harness/ingest/key-packages.ts'
import { refusedOn } from '../../harness/ingest/route.ts'
import { withVersion, withWireFormat } from '../../mls/forge.ts'

const rule = {
  requirement: 'mls/known-version-and-format',
  what: 'of another version, and of an unknown wire format',
} as const
const otherVersion = (message: Uint8Array) => withVersion(message, 2)
const unknownFormat = (message: Uint8Array) => withWireFormat(message, 0x0a0a)
const frames = {
  ...rule,
  flaws: { otherVersion: { kind: 'version', version: 2 }, unknownFormat: { kind: 'wire-format', wireFormat: 0x0a0a } },
} as const

export default {
  ...refusedOn(memberFrames, frames),
  ...refusedOn({ 'external-commit': externalCommit }, frames),
  ...refusedOn({ ...groupInfos, welcome }, { ...rule, flaws: { otherVersion, unknownFormat } }),
  ...refusedOn(storedKeyPackages, {
    ...rule,
    flaws: {
      otherVersion: { kind: 'message', change: otherVersion },
      unknownFormat: { kind: 'message', change: unknownFormat },
    },
  }),
}
