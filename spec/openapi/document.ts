// The wire of an edition as an OpenAPI 3.1 document, made from its operations: for clients, servers and their tools.
import type { EditionId } from '../edition-id.ts'
import { type Operation, type Operations, operationNames } from '../operation.ts'
import { openPaths } from './open-paths.ts'
import { describeOperation } from './operation.ts'
import { problemComponents } from './problems.ts'

/**
 * One document for both interfaces of a gateway, because they share paths, bodies and errors. Its server is `/`, the
 * interface that it was read from; the tags of an operation say on which interfaces it is offered, its security who may
 * call it there, and `x-mimi-level` and `x-mimi-section` what the edition's text makes of it. What only gateways
 * send each other is an operation of both interfaces whose second credential is the peer's.
 */
export function openApiDocument(id: EditionId, operations: Operations): object {
  const described = operationNames.map((name) => operations[name] as Operation)
  const paths = [...new Set(described.map(({ path }) => path))].map((path) => {
    const methods = described.filter((operation) => operation.path === path)
    return [path, Object.fromEntries(methods.map((one) => [one.method.toLowerCase(), describeOperation(one)]))] as const
  })
  return {
    openapi: '3.1.1',
    info: {
      title: `MIMI gateway, edition ${id}`,
      version: id,
      description:
        'The internal interface is for the application servers and the operator of one domain, the external one for ' +
        'other gateways. What the draft leaves open is as the wire profile of the MIMI conformance suite decides.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The interface that this document was read from.' }],
    tags: [
      { name: 'internal', description: 'Offered to application servers and the operator.' },
      { name: 'external', description: 'Offered to other gateways.' },
    ],
    paths: { ...openPaths, ...Object.fromEntries(paths) },
    components: {
      securitySchemes: {
        applicationServer: { type: 'http', scheme: 'bearer', description: 'The token of an application server.' },
        operator: { type: 'http', scheme: 'bearer', description: "The token of the gateway's operator." },
        peer: { type: 'http', scheme: 'bearer', description: 'The token of another gateway.' },
        peerCertificate: { type: 'mutualTLS', description: "TLS mode: a certificate for the other gateway's domain." },
      },
      ...problemComponents(),
    },
  }
}
