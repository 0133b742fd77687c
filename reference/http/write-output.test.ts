// Every output of both editions is written as zod's own encoder writes it, member for member.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { editions } from '../../spec/editions.ts'
import type { OperationName, OperationOutputs } from '../../spec/operation.ts'
import { writeOutput } from './write-output.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const identity = { type: 2, supportsAccounts: true, supportsDomains: false, parameters: { a: [1, { b: null }] } }
const entry = { clientId: 'c', clientHandle: octets('süß'), tags: ['t', ''] }
const bytes = Uint8Array.of(0, 250, 251, 252, 253, 254, 255)

const outputs: Partial<OperationOutputs> = {
  listApplications: [{ id: 'a', identity }],
  registerClient: { clientId: 'c' },
  editClient: entry,
  findClients: { identities: [entry, { ...entry, tags: [] }] },
  retrieveClient: entry,
  createKeyQueue: { keyQueueId: 'q' },
  updateKeyQueue: { keyPackagesInPool: 3 },
  retrieveKeyPackage: { keyPackage: bytes, isFinalKey: true },
  listProposals: { messages: [bytes, bytes.subarray(2)] },
  controlMessages: { messages: [] },
  welcomeMessages: { joinInfos: [{ welcome: bytes, ratchetTree: bytes }, { welcome: bytes }] },
  groupInfo: { groupInfos: [{ groupInfo: bytes, ratchetTree: undefined }] },
}

for (const { id, operations } of Object.values(editions))
  test(`${id}: what goes out is what zod would write`, () => {
    const withOutput = Object.values(operations).filter(({ output }) => output !== undefined)
    for (const { name, output } of withOutput) {
      assert.ok(output)
      const given = outputs[name as OperationName]
      assert.ok(given, `${name} has no sample`)
      const wire = writeOutput(output, given)
      assert.deepEqual(JSON.stringify(wire), JSON.stringify(z.encode(output, given)), name)
      assert.notEqual(JSON.stringify(wire), '{}', name)
    }
  })

test('members that the wire does not have stay inside', () => {
  const { output } = editions['2023-03-17'].operations.registerClient
  assert.ok(output)
  assert.deepEqual(writeOutput(output, { clientId: 'c', secret: 's' }), { clientId: 'c' })
})

test('octets that are not UTF-8 cannot be written as a string', () => {
  const { output } = editions['2023-03-17'].operations.retrieveClient
  assert.ok(output)
  assert.throws(() => writeOutput(output, { ...entry, clientHandle: Uint8Array.of(0xff) }), /UTF-8/)
})
