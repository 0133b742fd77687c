// A key package in Base64 has exactly one spelling (HX-04; RFC 4648, section 3).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { unchanged } from '../../harness/match/value.ts'
import { laxBase64 } from '../../harness/probe/base64.ts'
import { setMembers } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { reached } from '../../harness/unreachable.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'http/strict-base64',
  story: 'An application server uploads one key package in every spelling that a lax reader would take',
  world: oneDomain,
  needs: ['key-queues'],
  async probe({ appServer, alice, keyQueue, label }) {
    const handles = [label('alice'), label('alicia')].map((text) => new TextEncoder().encode(text))
    const packages = await Promise.all(handles.map((identity) => alice.keyPackage({ identity })))
    const padded = packages.findIndex(({ message }) => message.length % 3 !== 0)
    const [clientHandle, message] = [handles[padded] ?? alice.handle, packages[padded]?.message ?? new Uint8Array()]
    const { clientId } = reached(await appServer.registerClient({ clientHandle, tags: [alice.tag] }))
    const queue = await keyQueue({ person: alice, clientId, server: appServer })
    const upload = { clientId, keyQueueId: queue.keyQueueId, keyPackages: [message], isReset: false }
    const before = await queue.count()
    const lax = []
    for (const spelling of laxBase64(Buffer.from(message).toString('base64')))
      lax.push(await appServer.updateKeyQueue(upload, setMembers({ keyPackages: [spelling] })))
    const after = await queue.count()
    const twin = await appServer.updateKeyQueue(upload)
    return { before, lax, after, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ before, lax, after }) => all(each(lax, refused), unchanged(before, after)),
})
