// No extension is proposed twice, for the group or for the one that follows it (LN-14; RFC 9420 section 13.4).
import { refusedProposals } from '../../harness/ingest/refused-in-room.ts'

const type = 0xf0f0
const extension = { type: 'other', extensionType: type, data: Uint8Array.of(1) } as const
const setting = (times: number) =>
  ({ type: 'group-context-extensions', extensions: Array.from({ length: times }, () => extension) }) as const
const startingOver = (times: number) =>
  ({ type: 're-init', groupId: Uint8Array.of(5), extensions: setting(times).extensions }) as const

export default refusedProposals({
  requirement: 'mls/extensions-not-repeated',
  needs: ['groups'],
  story: 'Alice proposes extensions for the group, and for a new one, one of them twice; then once',
  others: 0,
  supports: [{ extensions: [type] }],
  trials: ({ session }) => [
    {
      name: 'for the group',
      wrong: () => session().propose(setting(2)),
      right: () => session().propose(setting(1)),
    },
    {
      name: 'for a new group',
      wrong: () => session().propose(startingOver(2)),
      right: () => session().propose(startingOver(1)),
    },
  ],
})
