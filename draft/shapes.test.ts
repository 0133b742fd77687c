// Operations of a text against an edition's: each way in which they can differ is named, and nothing else is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editions } from '../spec/editions.ts'
import { readDraft } from './read.ts'
import { shapeDifferences } from './shapes.ts'

const edition = editions['2023-03-17']

const figure = `HTTP POST /apps/{appId}/clients/{clientId}/queues

Input:

{
    protocolVersion: uint16,
    cipherSuite: uint16,
    appLabel: String
}

Output:

{
    keyQueueId: UUIDv4
}`

/** What differs in the operation of the figure. */
function differing(text: string): readonly string[] {
  const draft = readDraft(`--- middle\n\n# Queues\n\n~~~\n${text}\n~~~\n`)
  return shapeDifferences(draft, edition)
    .filter(({ line }) => line !== undefined)
    .map(({ at, text: found, edition: ours }) => `${at}: ${found}, ${ours}`)
}

test('an operation as the edition has it differs in nothing', () => {
  assert.deepEqual(differing(figure), [])
})

test('parameters of a path may have other names', () => {
  assert.deepEqual(differing(figure.replace('{clientId}', '{id}')), [])
})

test('a member that is new, gone, renamed, optional or of another type is told', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['appLabel: String', 'appLabel: String,\n  colour: String', ['createKeyQueue input.colour: string, absent']],
    ['cipherSuite: uint16,', '', ['createKeyQueue input.cipherSuite: absent, integer']],
    ['appLabel: String', 'optional appLabel: String', ['createKeyQueue input.appLabel: optional string, string']],
    ['appLabel: String', 'appLabel: Base64(String)', ['createKeyQueue input.appLabel: base64, string']],
    [
      'cipherSuite: uint16',
      'cipherSuite: [uint16]',
      ['createKeyQueue input.cipherSuite: array, integer', 'createKeyQueue input.cipherSuite[]: integer, absent'],
    ],
    [
      'keyQueueId',
      'keyPoolId',
      ['createKeyQueue output.keyPoolId: string, absent', 'createKeyQueue output.keyQueueId: absent, string'],
    ],
  ]
  for (const [from, to, expected] of cases) assert.deepEqual(differing(figure.replace(from, to)), expected)
})

test('a request that the edition does not state is told, also one that the profile has', () => {
  assert.deepEqual(differing(figure.replace('queues', 'pools')), [
    'POST /apps/{appId}/clients/{clientId}/pools: an operation, absent',
  ])
  assert.deepEqual(differing('HTTP DELETE /apps/{appId}/clients/{clientId}'), [
    'DELETE /apps/{appId}/clients/{clientId}: an operation, absent',
  ])
})

test('every operation of the edition that the text lacks is told', () => {
  const draft = readDraft(`--- middle\n\n# Queues\n\n~~~\n${figure}\n~~~\n`)
  const gone = shapeDifferences(draft, edition).filter(({ text }) => text === 'absent')
  const stated = Object.values(edition.operations).filter(({ level }) => level !== 'PROFILE')
  assert.equal(gone.length, stated.length - 1)
})

test('a query counts as input, whether the figure has it in the path or as an object', () => {
  const inPath = 'GET /apps/{appId}/groups/{groupId}/control-msgs?startEpochId={startEpochId}[&endEpochId={endEpochId}]'
  const asObject =
    'HTTP GET /apps/{appId}/groups/{groupId}/control-msgs\n\nInput:\n{ startEpochId: uint64, optional endEpochId: uint64 }'
  assert.deepEqual([differing(inPath), differing(asObject)], [[], []])
})
