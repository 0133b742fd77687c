// The GroupInfo that comes with a commit is signed by the member it names (GI-01; RFC 9420 section 12.4.3.1).
import { refusedGroupInfos } from '../../harness/ingest/refused-in-room.ts'

export default refusedGroupInfos({
  requirement: 'mls/commit-group-info-signed',
  story: 'Alice commits with a GroupInfo whose signature is spoilt, or that names a leaf that nobody has',
  flaws: { 'spoilt signature': { kind: 'bad-signature' }, 'leaf of nobody': { kind: 'signer', leafIndex: 7 } },
})
