// What RFC 9420 opens to external senders is taken of them (FR-11; section 12.1.8).
import { externalSender } from '../../harness/ingest/outside.ts'
import { accepted, each } from '../../harness/match/answer.ts'
import { defineScenario } from '../../harness/scenario.ts'
import type { Answer } from '../../simulator/answer.ts'

const contents = [
  { type: 'remove', leafIndex: 1 },
  { type: 'external-psk', pskId: Uint8Array.of(7) },
  { type: 'group-context-extensions', extensions: [] },
  { type: 're-init', groupId: Uint8Array.of(5) },
] as const

export default defineScenario({
  requirement: 'mls/external-sender-types',
  story: externalSender.story(
    'that add Bob, remove Carol, bring a PSK, clear the extensions, and start the group over',
  ),
  world: externalSender.world,
  async probe(stage) {
    const { offer } = await externalSender.open(stage, { members: ['carol'] })
    const taken: Answer[] = [...(await offer())]
    for (const content of contents) taken.push(...(await offer({ content })))
    return { taken }
  },
  judge: ({ taken }) => each(taken, accepted),
})
