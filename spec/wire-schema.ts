// The wire of each edition as JSON Schema (draft 2020-12), made from its operations; published in docs/schemas/.
import { z } from 'zod'
import type { EditionId } from './edition-id.ts'
import { editions } from './editions.ts'
import { type Operation, operationNames } from './operation.ts'

const parts = { parameters: 'path parameters', query: 'query', body: 'request body', output: 'answer' } as const

/**
 * One schema for each edition. Its `$defs` are named `<operation>.<part>`, where the parts are `parameters` (raw path
 * segments), `query` (decoded values), `body` and `output` (JSON); a part that an operation does not have is left out.
 * Members beyond the named ones are allowed. What JSON Schema cannot say is not checked: canonical Base64, above all.
 */
export function wireSchemas(): readonly { readonly edition: EditionId; readonly schema: object }[] {
  return Object.values(editions).map(({ id, title, operations }) => ({
    edition: id,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: `Wire of edition ${id}`,
      description: title,
      $defs: Object.fromEntries(operationNames.flatMap((name) => definitionsOf(operations[name]))),
    },
  }))
}

function definitionsOf(operation: Operation): [string, object][] {
  return (['parameters', 'query', 'body', 'output'] as const).flatMap((part): [string, object][] => {
    const codec = operation[part]
    if (codec === undefined) return []
    // The input of a codec is its wire form; its output is what the program works with.
    const { $schema: _, '~standard': __, ...schema } = z.toJSONSchema(codec, { io: 'input' })
    return [
      [
        `${operation.name}.${part}`,
        { description: `${operation.method} ${operation.path}: ${parts[part]} (level ${operation.level})`, ...schema },
      ],
    ]
  })
}
