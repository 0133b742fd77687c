// The OpenAPI documents: valid for a public linter, and true of what is really exchanged.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { againstReference } from '../../bin/in-process.ts'
import { appliesTo, execute } from '../../harness/execute.ts'
import { loadScenarios } from '../../harness/load.ts'
import type { Exchange } from '../../simulator/exchange.ts'
import { editions } from '../editions.ts'
import { type OperationName, operationNames } from '../operation.ts'
import { openApiDocument } from './document.ts'

interface Described {
  readonly operationId: string
  readonly requestBody?: object
  readonly responses: Record<
    string,
    { $ref?: string; content?: Record<string, object>; headers?: Record<string, object> }
  >
}

/** Stories in which every operation is used, and every status of an answer comes up. */
const stories = /^(journey|client-[a-z]+|key-queue|http|joining|federation|limits|applications|gateway-access)\//

for (const { id, operations } of Object.values(editions)) {
  const document = openApiDocument(id, operations) as {
    paths: Record<string, Record<string, Described>>
    components: { responses: Record<string, { content: object }> }
  }
  const operationAt = (name: OperationName) => {
    const { path, method } = operations[name]
    const described = document.paths[path]?.[method.toLowerCase()]
    assert.ok(described, name)
    return { described, at: `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}` }
  }

  describe(`the OpenAPI document of ${id}`, () => {
    test('has no fault and no warning for the linter', async () => {
      const config = await createConfig({ extends: ['recommended-strict'] })
      const lint = (source: object) => lintFromString({ source: JSON.stringify(source), config })
      const found = (await lint(document)).map(({ ruleId, message, location }) => [
        ruleId,
        message,
        location[0]?.pointer,
      ])
      assert.deepEqual(found, [])
      const { paths: _, ...broken } = document
      assert.notDeepEqual(await lint({ ...broken, servers: 'nowhere' }), [])
    })

    test('has every operation under its name', () => {
      const names = operationNames.map((name) => operationAt(name).described.operationId)
      assert.deepEqual(names, operationNames)
    })

    test('describes every answer of the reference gateway, body and headers, and every request that it takes', async () => {
      const ajv = new Ajv2020({ strict: false, formats: { uri: true, 'uri-reference': true } })
      ajv.addSchema(document, 'document')
      const check = (pointer: string, body: Uint8Array, what: string) => {
        const validate = ajv.getSchema(`document${pointer.replaceAll('{', '%7B').replaceAll('}', '%7D')}`)
        assert.ok(validate, `${what}: nothing at ${pointer}`)
        assert.ok(validate(JSON.parse(new TextDecoder().decode(body))), `${what}: ${JSON.stringify(validate.errors)}`)
      }
      const compare = ({ operation, request, response, from }: Exchange): string[] => {
        // What is 405, or has no request of an operation behind it, is none of the operation's answers.
        if (operation === undefined || response === undefined || response.status === 405) return []
        if (request.method !== operations[operation].method) return []
        // On the links between gateways the suite answers too, and not always as a gateway should.
        if (from.startsWith('gateway ')) return []
        const { described, at } = operationAt(operation)
        const what = `${operation} ${response.status}`
        const answer = described.responses[response.status]
        assert.ok(answer, `${what} is not described`)
        const holder = answer.$ref ?? `${at}/responses/${response.status}`
        const type = response.headers.find(([name]) => name === 'content-type')?.[1]
        const content = answer.$ref ? document.components.responses[response.status]?.content : answer.content
        assert.deepEqual(Object.keys(content ?? {}), type === undefined ? [] : [type], what)
        if (type !== undefined) check(`${holder}/content/${type.replace('/', '~1')}/schema`, response.body, what)
        if (response.headers.some(([name]) => name === 'location')) assert.ok(answer.headers?.['Location'], what)
        if (described.requestBody && response.status < 300)
          check(`${at}/requestBody/content/application~1json/schema`, request.body, `${operation} request`)
        return [what]
      }
      const { execution, close } = againstReference(id)
      const seen = new Set<string>()
      for (const loaded of await loadScenarios())
        if (stories.test(loaded.name) && appliesTo(loaded, execution.edition))
          for (const exchange of (await execute(loaded, execution)).exchanges)
            for (const what of compare(exchange)) seen.add(what)
      await close()
      for (const name of operationNames)
        for (const status of [operations[name].success[0], 404])
          assert.ok(
            seen.has(`${name} ${status}`) || (status === 404 && /Application/.test(name)),
            `no story has ${name} ${status}`,
          )
    })
  })
}
