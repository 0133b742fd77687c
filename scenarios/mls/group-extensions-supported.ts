// What a new group asks of its members its first one can do (GI-07; RFC 9420 sections 11.1 and 12.1.7).
import { refusedCreations } from '../../harness/ingest/refused-in-room.ts'
import { forgeGroup } from '../../mls/forge.ts'

const [known, unknown] = [0xf0f0, 0xf1f1]
const required = (type: number) => [{ type: 'required-capabilities', extensionTypes: [type] } as const]
const present = (type: number) => [{ type: 'other', extensionType: type, data: new Uint8Array() } as const]

export default refusedCreations({
  requirement: 'mls/group-extensions-supported',
  story:
    'Alice creates groups that have, or require, an extension that she does not support, or a type of proposals or credentials; then the extension that she does',
  begin: (stage, id) => stage.alice.createGroup(id, required(known), { supports: { extensions: [known] } }),
  flaws: {
    required: { kind: 'extensions', extensions: required(unknown) },
    'required proposal': {
      kind: 'extensions',
      extensions: [{ type: 'required-capabilities', proposalTypes: [unknown] }],
    },
    'required credential': {
      kind: 'extensions',
      extensions: [{ type: 'required-capabilities', credentialTypes: [unknown] }],
    },
    present: async ({ session }) =>
      forgeGroup(session.member, { kind: 'extensions', extensions: [...required(known), ...present(unknown)] }),
  },
})
