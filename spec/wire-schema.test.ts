// The published schemas of the wire: current, valid, and true of what is really exchanged.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { againstReference } from '../bin/in-process.ts'
import { appliesTo, execute } from '../harness/execute.ts'
import { loadScenarios } from '../harness/load.ts'
import { operationNames } from './operation.ts'
import { wireSchemas } from './wire-schema.ts'

for (const { edition, schema } of wireSchemas()) {
  const validator = () => {
    const ajv = new Ajv2020({ strict: true, strictSchema: true })
    ajv.addSchema(schema, 'wire')
    return ajv
  }

  test(`the schema of ${edition} is the published one`, async () => {
    const url = new URL(`../../docs/schemas/${edition}.schema.json`, import.meta.url)
    assert.deepEqual(
      JSON.parse(await readFile(url, 'utf8')),
      JSON.parse(JSON.stringify(schema)),
      `docs/schemas/${edition}.schema.json is stale: npm run schema`,
    )
  })

  test(`the schema of ${edition} is valid and has every operation`, () => {
    const ajv = validator()
    assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors))
    for (const name of operationNames) assert.ok(ajv.getSchema(`wire#/$defs/${name}.parameters`), name)
  })

  test(`the schema of ${edition} refuses a member that is missing or of another type`, () => {
    const check = validator().getSchema('wire#/$defs/createKeyQueue.body')
    assert.ok(check)
    assert.equal(check({ protocolVersion: 1, cipherSuite: 1, appLabel: 'calls' }), true)
    assert.equal(check({ protocolVersion: 1, cipherSuite: 1 }), false)
    assert.equal(check({ protocolVersion: '1', cipherSuite: 1, appLabel: 'calls' }), false)
    assert.equal(check({ protocolVersion: 1, cipherSuite: 65536, appLabel: 'calls' }), false)
  })

  test(`what the reference gateway accepts and answers in journeys fits the schema of ${edition}`, async () => {
    const { execution, close } = againstReference(edition)
    const ajv = validator()
    const seen = new Set<string>()
    const journeys = (await loadScenarios()).filter(
      (loaded) => loaded.name.startsWith('journey/') && appliesTo(loaded, execution.edition),
    )
    for (const journey of journeys) {
      for (const { operation, request, response } of (await execute(journey, execution)).exchanges) {
        if (operation === undefined || response === undefined || response.status >= 300) continue
        const messages = [
          { part: 'body', body: request.body },
          { part: 'output', body: response.body },
        ]
        for (const { part, body } of messages) {
          const check = ajv.getSchema(`wire#/$defs/${operation}.${part}`)
          if (check === undefined) continue
          assert.ok(
            check(JSON.parse(new TextDecoder().decode(body))),
            `${operation} ${part}: ${JSON.stringify(check.errors)}`,
          )
          seen.add(`${operation}.${part}`)
        }
      }
    }
    await close()
    for (const part of [
      'registerClient.body',
      'retrieveKeyPackage.output',
      'uploadCommit.body',
      'welcomeMessages.output',
    ]) {
      assert.ok(seen.has(part), `no journey has exchanged ${part}`)
    }
  })
}
