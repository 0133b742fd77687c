// What a gateway cannot read it cannot check (PR-12; RFC 9420 section 6.3).
import { forgedUpdates } from '../../harness/ingest/forgeries.ts'

export default forgedUpdates({
  requirement: 'proposals/private-messages-refused',
  story: 'Bob encrypts his proposal for the members of the group',
  flaws: [{ kind: 'private-message' }],
})
