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
  const { operator, domain, configuration } = stage
  const root = await authorityOf(stage)
  const { id } = configuration()
  const [server = ''] = domain.applicationServers
  const application = { id, identity: { type: 2, ...flags, parameters: trusting(root, parameters) } }
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

/** The authority that every X.509 application of a scenario trusts; the same one at every call. */
export function authorityOf({ world }: Pick<Stage, 'world'>): Promise<Authority> {
  const keys = world.random.branch('authority')
  return createAuthority({ subject: 'Root', random: (length) => keys.bytes(length), now: seconds(world.clock) })
}

/** The parameters, and the authority as the only trust anchor where they name none. */
export function trusting({ certificate }: Authority, parameters: Parameters): Parameters {
  const own = [Buffer.from(certificate).toString('base64')]
  return { ...parameters, trust_anchors: parameters['trust_anchors'] ?? own }
}
