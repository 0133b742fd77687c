// Replacing one small rule changes what the gateway does wherever that rule counts: the seam faulty gateways are made at.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commit } from '../mls/member.ts'
import { withoutCheck } from '../mls/public-group.ts'
import { base64, commitBody, createQueue, fetchPackage, fill, openRoom, packageOf } from './members.test.kit.ts'
import type { Parts } from './parts.ts'
import { appId, register, startTrial, type Trial } from './trial.test.kit.ts'

interface Fault {
  readonly name: string
  readonly alter: (parts: Parts) => Parts
  /** True where the fault shows. */
  readonly shows: (trial: Trial) => Promise<boolean>
}

const path = `/apps/${appId}/clients`

const faults: readonly Fault[] = [
  {
    name: 'authorisation: everybody may enter',
    alter: (parts) => ({ ...parts, authorisation: { ...parts.authorisation, mayEnter: () => true } }),
    shows: async ({ send }) => (await send('GET', `${path}?tag=a`, { as: 'server2' })).status === 200,
  },
  {
    name: 'clients: no handle is taken',
    alter: (parts) => ({ ...parts, clients: { ...parts.clients, isTaken: () => false } }),
    shows: async (trial) => {
      const first = await register(trial, 'alice')
      return (await register(trial, 'alice')) !== first
    },
  },
  {
    name: 'identity: handles are folded',
    alter: ({ applications, ...parts }) => {
      const fold = (octets: Uint8Array) => new TextEncoder().encode(Buffer.from(octets).toString().toLowerCase())
      const providers = applications.providers.map((provider) => ({
        ...provider,
        rules(configuration: Parameters<typeof provider.rules>[0]) {
          const rules = provider.rules(configuration)
          return {
            ...rules,
            clientHandle: (identity: Parameters<typeof rules.clientHandle>[0]) => fold(rules.clientHandle(identity)),
          }
        },
      }))
      return { ...parts, applications: { ...applications, providers } }
    },
    shows: async (trial) => {
      const queue = await createQueue(trial, await register(trial, 'bob'))
      return (await fill(trial, queue, [await packageOf(trial, 'BOB')])).status === 200
    },
  },
  {
    name: 'key packages: a reservation is forgotten',
    alter: (parts) => ({ ...parts, keyPackages: { ...parts.keyPackages, reserved: () => [] } }),
    shows: async (trial) => {
      const bob = await register(trial, 'bob')
      await fill(trial, await createQueue(trial, bob), [await packageOf(trial, 'bob'), await packageOf(trial, 'bob')])
      const [first, second] = [await fetchPackage(trial, bob, 'r'), await fetchPackage(trial, bob, 'r')]
      return first.json['keyPackage'] !== second.json['keyPackage']
    },
  },
  {
    name: 'checks: a Welcome is not asked for',
    alter: (parts) => ({ ...parts, checks: withoutCheck(parts.checks, 'CM-09') }),
    shows: async (trial) => {
      const { member, room } = await openRoom(trial, 'alice')
      const { message } = await packageOf(trial, 'bob')
      const made = await commit(member, { proposals: [{ type: 'add', keyPackage: message }] })
      return (await room.put('epochs', { commitPacket: base64(made.commitPacket) })).status === 201
    },
  },
  {
    name: 'turns: nobody waits, so two commits win',
    alter: (parts) => ({ ...parts, inTurn: (_, task) => task() }),
    shows: async (trial) => {
      const { member, room } = await openRoom(trial, 'alice')
      const racers = [await commit(member), await commit(member)]
      const answers = await Promise.all(racers.map((racer) => room.put('epochs', commitBody(racer))))
      return answers.every(({ status }) => status === 201)
    },
  },
  {
    name: 'http: the last of two members wins',
    alter: (parts) => {
      const parseJson = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
      return { ...parts, http: { ...parts.http, parseJson } }
    },
    shows: async ({ send }) => {
      const body = '{"clientHandle":"a","clientHandle":"b"}'
      return (await send('POST', path, { body, headers: [['content-type', 'application/json']] })).status === 201
    },
  },
]

for (const { name, alter, shows } of faults)
  test(`${name}: seen when altered, and only then`, async () => {
    assert.equal(await shows(await startTrial('2023-03-17', { alter })), true)
    const right = await startTrial('2023-03-17')
    assert.equal(await shows(right).catch(() => false), false)
    assert.deepEqual(right.log, [])
  })
