// Several gateways in one process for tests: connected by functions, in virtual time, over links that can be cut.
import type { SignatureKey } from '../mls/key-package.ts'
import { makeSignatureKey } from '../mls/key-package.ts'
import { loadSuite } from '../mls/suite.ts'
import { type Authority, type CertificateRequest, createAuthority } from '../mls/x509/authority.ts'
import type { EditionId } from '../spec/edition.ts'
import { unixSeconds } from './clock.ts'
import type { FederationTimes, Outbound } from './federation/outbound.ts'
import type { GatewayRequest, GatewayResponse, Parts } from './gateway.ts'
import {
  appId,
  basicConfiguration,
  instanceOf,
  type Received,
  startEmpty,
  stream,
  type Trial,
} from './trial.test.kit.ts'
import { type VirtualTime, virtualTime } from './virtual-time.test.kit.ts'

export type Mode = 'basic' | 'x509'

/** What passed from one gateway to another, in the order of sending. */
interface Passage {
  readonly from: string
  readonly to: string
  readonly request: GatewayRequest
  status: number | undefined
}

type LinkState = 'up' | 'cut' | 'silent' | 'answers lost'

export interface Federation {
  readonly edition: EditionId
  readonly time: VirtualTime
  readonly passages: Passage[]
  readonly gateways: ReadonlyMap<string, Trial>
  at(domain: string): Trial
  /** Certificates for a name in a domain, also one whose gateway is not here. */
  readonly identities: Identities
  /** Changes what a link does from now on; in one direction alone. */
  link(from: string, to: string, state: LinkState): void
  /** Answers in a gateway's stead; undefined gives its place back. */
  play(
    domain: string,
    script: ((request: GatewayRequest, from: string) => GatewayResponse | undefined) | undefined,
  ): void
  /** Calls one gateway's external interface with the credential of another. */
  call(from: string, to: string, request: { method: string; target: string; json?: unknown }): Promise<Received>
  /** Waits until nothing is on its way. */
  settled(): Promise<void>
  /** Targets of what one gateway sent to another, the reading of applications left out. */
  sent(from: string, to: string): string[]
}

export interface FederationOptions {
  readonly mode?: Mode
  /** Which domains each application federates with; all others by default. */
  readonly federatesWith?: Readonly<Record<string, readonly string[]>>
  readonly times?: Partial<FederationTimes>
  readonly alter?: Readonly<Record<string, (parts: Parts) => Parts>>
  /** Waits this many milliseconds before each delivery. */
  readonly delayMs?: (from: string, to: string) => number
  /** Other configurations than the common one. */
  readonly configurations?: Readonly<Record<string, object>>
  /** Further domains of a gateway, by its first one. */
  readonly also?: Readonly<Record<string, readonly string[]>>
  /** Domains of no gateway of the world, for scripts. */
  readonly scripted?: readonly string[]
}

const urlOf = (domain: string): string => `http://${domain}`

/** A gateway for each domain, and one application that is defined at all of them. */
export async function startFederation(
  edition: EditionId,
  domains: readonly string[],
  options: FederationOptions = {},
): Promise<Federation> {
  const { mode = 'x509', scripted = [], also = {} } = options
  const time = virtualTime()
  const passages: Passage[] = []
  const links = new Map<string, LinkState>()
  const scripts = new Map<string, (request: GatewayRequest, from: string) => GatewayResponse | undefined>()
  const gateways = new Map<string, Trial>()
  const everyone = [...domains, ...scripted]
  const identities = await makeIdentities([...everyone, ...Object.values(also).flat()], unixSeconds(time))

  const outboundOf =
    (from: string): Outbound =>
    async (url, request) => {
      const to = url.replace('http://', '')
      const passage: Passage = { from, to, request, status: undefined }
      passages.push(passage)
      const delay = options.delayMs?.(from, to) ?? 0
      if (delay > 0) await time.wait(delay)
      const state = links.get(`${from} ${to}`) ?? 'up'
      if (state === 'cut') throw new Error('the link is cut')
      if (state === 'silent') return new Promise<never>(() => {})
      const answer = scripts.get(to)?.(request, from) ?? (await gateways.get(to)?.gateway.external(request))
      if (answer === undefined) throw new Error('nobody listens')
      if (state === 'answers lost') throw new Error('the answer is lost')
      passage.status = answer.status
      return answer
    }

  for (const domain of domains) {
    const peers = everyone
      .filter((other) => other !== domain)
      .flatMap((other) =>
        [other, ...(also[other] ?? [])].map((name) => ({
          domain: name,
          external: urlOf(other),
          sendToken: `${domain}->${other}`,
          receiveToken: `${other}->${domain}`,
        })),
      )
    const alter = options.alter?.[domain]
    const trial = startEmpty(edition, {
      instance: { ...instanceOf(edition, [domain, ...(also[domain] ?? [])]), peers },
      clock: time,
      timer: time,
      random: stream(`${edition} ${domain}`),
      outbound: outboundOf(domain),
      ...(options.times && { times: options.times }),
      ...(alter && { alter }),
    })
    const named: Trial =
      mode === 'basic' ? trial : { ...trial, credential: (name) => identities.credential(domain, name) }
    gateways.set(domain, named)
    const common = mode === 'basic' ? basicConfiguration(edition) : x509Configuration(edition, identities.anchors)
    const configuration = options.configurations?.[domain] ?? common
    const federatesWith =
      options.federatesWith?.[domain] ??
      everyone.flatMap((other) => (other === domain ? [] : [other, ...(also[other] ?? [])]))
    const json = { configuration, applicationServers: ['app-server-1'], federatesWith }
    const { status, json: problem } = await trial.send('PUT', `/apps/${appId}`, { as: 'operator', json })
    if (status !== 201) throw new Error(`the application was not defined: ${status} ${JSON.stringify(problem)}`)
  }

  return {
    edition,
    time,
    passages,
    gateways,
    identities,
    at(domain) {
      const trial = gateways.get(domain)
      if (trial === undefined) throw new Error(`no gateway of ${domain}`)
      return trial
    },
    link: (from, to, state) => links.set(`${from} ${to}`, state),
    play: (domain, script) => (script === undefined ? scripts.delete(domain) : scripts.set(domain, script)),
    call: (from, to, { method, target, json }) => {
      const trial = gateways.get(to)
      if (trial === undefined) throw new Error(`no gateway of ${to}`)
      const body = json === undefined ? {} : { json }
      return trial.send(method, target, { as: `${from}->${to}`, on: 'external', ...body })
    },
    async settled() {
      for (const { gateway } of [...gateways.values(), ...gateways.values()]) await gateway.settled()
    },
    sent: (from, to) =>
      passages
        .filter((passage) => passage.from === from && passage.to === to && passage.request.target !== '/apps')
        .map(({ request }) => `${request.method} ${request.target}`),
  }
}

/** An application whose clients are told by the certificates of their domains: leaf, domain, root. */
function x509Configuration(edition: EditionId, anchors: readonly Uint8Array[], id = appId): object {
  const range = { start: 0, end: 0 }
  const rest = { domain_name_offset: 1, trust_anchors: anchors.map((der) => Buffer.from(der).toString('base64')) }
  return edition === '2023-03-08'
    ? { id, identity_configuration: { type: 2, parameters: { client_handle_range: range, ...rest } } }
    : {
        id,
        identity_configuration: {
          identity_provider_type: 2,
          supports_accounts: false,
          supports_domains: true,
          parameters: { device_handle_range: range, ...rest },
        },
      }
}

/** Dates of the certificate, and the key that it is for; by default a fresh one. */
type CredentialOptions = Pick<CertificateRequest, 'notBefore' | 'notAfter'> & { readonly signatureKey?: SignatureKey }

interface Identities {
  readonly anchors: readonly Uint8Array[]
  credential(
    domain: string,
    name: string,
    options?: CredentialOptions,
  ): Promise<{ readonly certificates: readonly Uint8Array[]; readonly signatureKey: SignatureKey }>
}

/** A root and a certificate authority for each domain, and fresh keys with a certificate for whoever asks. */
async function makeIdentities(domains: readonly string[], now: bigint): Promise<Identities> {
  const random = stream('identities')
  const authorities = new Map<string, Authority>()
  const anchors: Uint8Array[] = []
  for (const domain of domains) {
    const root = await createAuthority({ subject: `root of ${domain}`, random, now })
    anchors.push(root.certificate)
    authorities.set(domain, await root.createSubordinate({ subject: domain }))
  }
  return {
    anchors,
    async credential(domain, name, { signatureKey: given, ...dates } = {}) {
      const authority = authorities.get(domain)
      if (authority === undefined) throw new Error(`no authority for ${domain}`)
      const signatureKey = given ?? (await makeSignatureKey(await loadSuite(1, random)))
      const publicKey = { signatureKey: signatureKey.publicKey, cipherSuite: 1 }
      return {
        certificates: [await authority.issue({ subject: name, publicKey, ...dates }), authority.certificate],
        signatureKey,
      }
    },
  }
}
