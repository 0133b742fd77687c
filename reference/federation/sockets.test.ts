// Two gateways on real ports, calling each other: a group reaches the other one, and a search comes back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createGroup, exportGroup } from '../../mls/member.ts'
import { dial } from '../http/dial.ts'
import { type Listening, listen } from '../http/listen.ts'
import { base64, packageOf, utf8 } from '../members.test.kit.ts'
import { systemTimer } from '../timer.ts'
import {
  appId,
  basicConfiguration,
  handleText,
  instanceOf,
  register,
  startEmpty,
  type Trial,
} from '../trial.test.kit.ts'

const edition = '2023-03-08'
const domains = ['a.example', 'b.example'] as const
const anyPort = { host: '127.0.0.1', port: 0 }

test('two gateways on ports federate', async (context) => {
  const addresses = new Map<string, Listening>()
  const outbound = dial({ timeoutMs: 2_000 })
  const start = async (own: string, other: string): Promise<Trial> => {
    const peer = {
      domain: other,
      external: `http://${other}`,
      sendToken: `${own}>${other}`,
      receiveToken: `${other}>${own}`,
    }
    const trial = startEmpty(edition, {
      instance: { ...instanceOf(edition, [own]), peers: [peer] },
      timer: systemTimer,
      outbound: (_, request) => outbound(addresses.get(other)?.external ?? assert.fail(), request),
    })
    addresses.set(own, await listen(trial.gateway, { internal: anyPort, external: anyPort }))
    const json = {
      configuration: basicConfiguration(edition),
      applicationServers: ['app-server-1'],
      federatesWith: [other],
    }
    assert.equal((await trial.send('PUT', `/apps/${appId}`, { as: 'operator', json })).status, 201)
    return trial
  }
  const [atA, atB] = [await start(...domains), await start(domains[1], domains[0])]
  context.after(() => Promise.all([...addresses.values()].map((one) => one.close())))

  const carol = await register(atB, handleText(edition, 'carol/ü'), ['a+b & c'])
  const found = await atA.send('GET', `/apps/${appId}/clients?tag=a%2Bb+%26%20c&domain=b.example`)
  assert.equal((found.json['identities'] as { clientId: string }[])[0]?.clientId, carol)
  const group = await exportGroup(await createGroup({ groupId: utf8('room'), own: await packageOf(atA, 'alice') }))
  const json = { groupInfo: base64(group.groupInfo), ratchetTree: base64(group.ratchetTree) }
  assert.equal((await atA.send('PUT', `/apps/${appId}/groups`, { json })).status, 201)
  await atA.gateway.settled()
  const path = `/apps/${appId}/groups/${Buffer.from('room').toString('base64url')}/group-info`
  assert.deepEqual((await atB.send('GET', path)).json, { groupInfos: [json] })
  await addresses.get('b.example')?.close()
  const gone = await atA.send('GET', `/apps/${appId}/clients?tag=t&domain=b.example`)
  assert.equal(gone.status, 502)
  await Promise.all([atA, atB].map(({ gateway }) => gateway.close()))
  assert.deepEqual([...atA.log, ...atB.log], [])
})
