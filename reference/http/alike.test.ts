// No existence oracle: what a caller may not see answers exactly as what is not there, on both interfaces.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../../spec/2023-03-17/operations.ts'
import { editionIds } from '../../spec/edition.ts'
import { appId, basicConfiguration, handleText, otherAppId, register, startTrial } from '../trial.test.kit.ts'

const missing = 'a3c1f8de-55aa-4e0f-9b1d-0e9f51aa77cc'
const methods = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY']
const bodies = [undefined, '', '{}', 'not JSON', '[1e999]', '{"a":1,"a":2}', 'x'.repeat(2_000)]
const json = [['content-type', 'application/json']] as const

for (const edition of editionIds)
  for (const { on, as } of [
    { on: 'external', as: 'peer' },
    { on: 'internal', as: 'server1' },
  ] as const)
    test(`${edition}, ${on}: every method, path and body answers alike for a foreign and an unknown application`, async () => {
      const trial = await startTrial(edition, { limits: { bodyBytes: 1_000 } })
      await register(trial, handleText(edition, 'alice'), ['t'])
      // For a peer, an application that federates with nobody is foreign; for application server 1, that of server 2 is.
      const foreign = on === 'external' ? appId : otherAppId
      for (const path of new Set(Object.values(operations).map((operation) => operation.path)))
        for (const method of methods)
          for (const body of bodies) {
            if (!path.includes('{appId}')) continue
            const ask = (id: string) =>
              trial.send(method, path.replace('{appId}', id).replaceAll(/\{\w+\}/g, 'AAAA'), {
                ...{ on, as, headers: json },
                ...(body !== undefined && { body }),
              })
            const [known, unknown] = [await ask(foreign), await ask(missing)]
            assert.deepEqual(known, unknown, `${method} ${path} ${body?.slice(0, 20)}`)
            assert.ok(known.status >= 400 && known.status < 500)
          }
    })

for (const edition of editionIds)
  test(`${edition}: the operator alone learns what is defined`, async () => {
    const { send } = await startTrial(edition)
    const definition = { configuration: basicConfiguration(edition), applicationServers: [], federatesWith: [] }
    for (const as of ['none', 'wrong', 'server2', 'peer'])
      assert.deepEqual(
        await send('PUT', `/apps/${appId}`, { as, json: definition }),
        await send('PUT', `/apps/${missing}`, { as, json: definition }),
      )
  })
