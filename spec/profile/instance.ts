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
export const instanceFile = z
  .object({
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
  .superRefine((instance, context) => {
    const holders = new Map<string, string>()
    for (const { token: credential, holder, path } of credentialsOf(instance)) {
      const known = holders.get(credential) ?? holder
      holders.set(credential, known)
      if (known !== holder)
        context.addIssue({ code: 'custom', path, message: `expected a token of its own; found that of ${known}` })
    }
  })

export type InstanceFile = z.infer<typeof instanceFile>

interface Credential {
  readonly token: string
  /** Whoever shows the token is this one. */
  readonly holder: string
  readonly path: (string | number)[]
}

/** Everything a caller is known by; entries of peers at one address are one gateway with several domains (reading A-32). */
function credentialsOf({
  operatorToken,
  applicationServers,
  peers,
}: {
  readonly operatorToken: string
  readonly applicationServers: readonly { readonly name: string; readonly token: string }[]
  readonly peers: readonly { readonly external: string; readonly receiveToken?: string | undefined }[]
}): readonly Credential[] {
  return [
    { token: operatorToken, holder: 'the operator', path: ['operatorToken'] },
    ...applicationServers.map(({ name, token }, at) => ({
      token,
      holder: `application server ${name}`,
      path: ['applicationServers', at, 'token'],
    })),
    ...peers.flatMap(({ external, receiveToken }, at) =>
      receiveToken === undefined
        ? []
        : [{ token: receiveToken, holder: `the peer at ${external}`, path: ['peers', at, 'receiveToken'] }],
    ),
  ]
}
