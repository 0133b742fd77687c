// An application with the X.509 provider under an authority of its own, in one domain.
import { type Authority, createAuthority } from '../../mls/x509/authority.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'
import { seconds } from '../../simulator/clock.ts'
import { achieved } from '../unreachable.ts'
import type { Stage } from './stage.ts'

export interface X509Application {
  readonly server: ApplicationServer
  /** The only trust anchor of the application. */
  readonly root: Authority
}

/** Configuration parameters beside the trust anchor, as the edition spells them. */
export type Parameters = Readonly<Record<string, unknown>>

/** What takes the whole common name of the leaf certificate as the client handle. */
export function handleFromLeaf(stage: Pick<Stage, 'world'>): Parameters {
  return handleFrom(stage, { start: 0, end: 0 })
}

/** What takes the common names of these certificates as the handle, counted from the leaf, both ends included. */
export function handleFrom({ world }: Pick<Stage, 'world'>, range: { start: number; end: number }): Parameters {
  return world.edition.id === '2023-03-08' ? { client_handle_range: range } : { device_handle_range: range }
}

/** Defines the application; `Unreachable` where the gateway refuses. */
export async function defineX509Application(
  stage: Pick<Stage, 'world' | 'operator' | 'domain' | 'configuration'>,
  flags: { readonly supportsAccounts: boolean; readonly supportsDomains: boolean },
  parameters: Parameters,
): Promise<X509Application> {
  const { world, operator, domain, configuration } = stage
  const keys = world.random.branch('authority')
  const root = await createAuthority({
    subject: 'Root',
    random: (length) => keys.bytes(length),
    now: seconds(world.clock),
  })
  const { id } = configuration()
  const trusting = { ...parameters, trust_anchors: [Buffer.from(root.certificate).toString('base64')] }
  const [server = ''] = domain.applicationServers
  const application = { id, identity: { type: 2, ...flags, parameters: trusting } }
  achieved(
    await operator.call('defineApplication', {
      appId: id,
      configuration: application,
      applicationServers: [server],
      federatesWith: [],
    }),
  )
  return { server: domain.applicationServer(server, id), root }
}
