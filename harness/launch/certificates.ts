// The certificates of one run in TLS mode: an authority that is thrown away, and a certificate for each domain under it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SuiteTls } from '../transport/tls.ts'

export interface CertificateOptions {
  /** Existing; the files in it are for their owner alone, and go with it. */
  readonly folder: string
  readonly domains: readonly string[]
  readonly random: (length: number) => Uint8Array
  /** Unix seconds. */
  readonly now: bigint
}

/**
 * Makes and writes them as PEM: each with its domain as dNSName and the loopback as iPAddress, for both roles (wire
 * profile, section 6).
 */
export async function makeCertificates({ folder, domains, random, now }: CertificateOptions): Promise<SuiteTls> {
  // Loading these takes time that a run without TLS need not spend.
  const { createAuthority } = await import('../../mls/x509/authority.ts')
  const { alternativeNames } = await import('../../mls/x509/dns-names.ts')
  const authority = await createAuthority({ subject: 'MIMI conformance', keyAlgorithm: 'P-256', random, now })
  const authorities = join(folder, 'authorities.pem')
  await writeFile(authorities, pem('CERTIFICATE', authority.certificate))
  const made = domains.map(async (domain) => {
    const subject = { subject: domain, isCa: false, keyAlgorithm: 'P-256' as const }
    const extensions = [alternativeNames([domain], ['127.0.0.1'])]
    const { certificate, keys } = await authority.createSubordinate({ ...subject, extensions })
    const files = { key: join(folder, `${domain}.key.pem`), certificate: join(folder, `${domain}.pem`) }
    await writeFile(files.key, keys.privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
    await writeFile(files.certificate, pem('CERTIFICATE', certificate))
    return [domain, files] as const
  })
  return { authorities: [authorities], identities: Object.fromEntries(await Promise.all(made)) }
}

function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
