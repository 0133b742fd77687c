// One operation of an edition as OpenAPI describes it: parameters, body, answers, and who may call it.
import { z } from 'zod'
import { forwarded, type Operation } from '../operation.ts'
import { problemResponses } from './problems.ts'

/** What the answers tell besides their bodies. */
const successes: Readonly<Record<number, string>> = {
  200: 'Done, or what was asked for.',
  201: 'There is something new.',
  204: 'Gone.',
}

/** The segments of paths, and the parameters of queries that do not explain themselves. */
const meanings: Readonly<Record<string, string>> = {
  appId: 'A UUID of version 4, in either case.',
  clientId: 'A UUID of version 4, in either case.',
  keyQueueId: 'A UUID of version 4, in either case.',
  groupId: 'The group_id of MLS in canonical base64url without padding.',
  clientHandle: 'The whole handle as one segment.',
  receiver_client_id: 'On whose behalf the key package is fetched.',
  startEpochId: 'Decimal, 0 to 2^64-1.',
  endEpochId: 'Decimal, 0 to 2^64-1; the current epoch where it is absent.',
}

export function describeOperation(operation: Operation): object {
  const { name, body, level, section, success, needs } = operation
  return {
    operationId: name,
    summary: wordsOf(name),
    tags: interfacesOf(operation),
    security: callersOf(operation).map((scheme) => ({ [scheme]: [] })),
    'x-mimi-level': level,
    'x-mimi-section': section,
    ...(needs !== undefined && { 'x-mimi-capability': needs }),
    parameters: [...parametersOf(operation, 'path'), ...parametersOf(operation, 'query')],
    ...(body && { requestBody: { required: true, content: json(schemaOf(body)) } }),
    responses: {
      ...Object.fromEntries(success.map((status) => [status, successOf(operation, status)])),
      ...problemResponses(operation),
    },
  }
}

/** `findClients` as `Find clients`. */
function wordsOf(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What gateways forward to each other is offered on the external interface too. */
function interfacesOf({ name, interfaces }: Operation): readonly string[] {
  return forwarded.includes(name) ? [...interfaces, 'external'] : interfaces
}

function callersOf(operation: Operation): string[] {
  const own = operation.caller === 'operator' ? 'operator' : 'applicationServer'
  return interfacesOf(operation).includes('external') ? [own, 'peer', 'peerCertificate'] : [own]
}

function parametersOf(operation: Operation, place: 'path' | 'query'): object[] {
  const codec = place === 'path' ? operation.parameters : operation.query
  if (codec === undefined) return []
  const { properties = {}, required = [] } = schemaOf(codec) as { properties?: object; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    ...(meanings[name] !== undefined && { description: meanings[name] }),
    required: place === 'path' || required.includes(name),
    schema: schema as object,
  }))
}

function successOf({ output, method }: Operation, status: number): object {
  const location = { description: 'Where the new thing is.', schema: { type: 'string', format: 'uri-reference' } }
  return {
    description: successes[status],
    ...(status === 201 && method !== 'PATCH' && { headers: { Location: { ...location, required: false } } }),
    ...(output && { content: json(schemaOf(output)) }),
  }
}

function json(schema: object): object {
  return { 'application/json': { schema } }
}

/** The input of a codec is its wire form; its output is what a program works with. */
function schemaOf(codec: z.ZodType): object {
  const { $schema: _, '~standard': __, ...schema } = z.toJSONSchema(codec, { io: 'input' })
  return schema
}
