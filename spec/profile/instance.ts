// The instance file: everything one gateway process is told at its start (domains, addresses, credentials, peers).
import { z } from 'zod'
import { editionIds } from '../edition.ts'

const address = z.strictObject({ host: z.string().min(1), port: z.int().min(0).max(65535) })
const token = z.string().min(1)

/**
 * TLS mode (wire profile, section 1): PEM files, relative to the file that names them. The certificate carries the
 * gateway's domain as dNSName and serves in both roles; peers are believed by certificates under the authorities.
 */
export const tlsFiles = z.strictObject({
  key: z.string().min(1),
  certificate: z.string().min(1),
  authorities: z.string().min(1),
})
export type TlsFiles = z.infer<typeof tlsFiles>

/** One gateway, as the suite configures it and as `serve --config` reads it. */
export const instanceFile = z.object({
  edition: z.enum(editionIds),
  domains: z.array(z.string().min(1)).min(1),
  internal: address,
  external: address,
  operatorToken: token,
  applicationServers: z.array(z.object({ name: z.string().min(1), token })),
  /** What the gateway serves from its start, where it does not let an operator define applications. */
  applications: z
    .array(
      z.object({
        id: z.string().min(1),
        /** As the edition's wire spells an ApplicationConfiguration. */
        configuration: z.record(z.string(), z.unknown()),
        applicationServers: z.array(z.string().min(1)).min(1),
        federatesWith: z.array(z.string()),
      }),
    )
    .optional(),
  tls: tlsFiles.optional(),
  peers: z.array(
    z.object({
      domain: z.string().min(1),
      /** Base URL of the peer's external interface. */
      external: z.url(),
      /** What this gateway presents to that peer; absent in TLS mode. */
      sendToken: token.optional(),
      /** What this gateway accepts from that peer; absent in TLS mode. */
      receiveToken: token.optional(),
    }),
  ),
})

export type InstanceFile = z.infer<typeof instanceFile>
