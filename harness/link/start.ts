// The network of a run in the parent process: every link on a port of its own, and the control port for workers.
import { ConfigurationError } from '../configuration-error.ts'
import type { Channel } from '../transport/recorder.ts'
import { type SuiteTls, serverTerms } from '../transport/tls.ts'
import { type ControlAddress, serveControl } from './control.ts'
import { forwardTo } from './forward.ts'
import { isSameLink, type Link, type LinkEnds } from './link.ts'
import { createNetwork, type LocalNetwork, type NetworkOptions, type Place } from './network.ts'
import type { NetworkAddress } from './remote.ts'
import { type ListenAddress, type Served, serve } from './serve.ts'

export interface StartOptions extends NetworkOptions {
  /** Opens the control port. */
  readonly token: string
  /** How links reach gateways and workers; it must wait longer than any gateway under test does. */
  readonly reach: Channel
  /** Where a link shall listen; by default at a port the system chooses. */
  readonly listenAt?: (ends: LinkEnds) => ListenAddress | undefined
  /** TLS mode: the links stand for either side with its certificate. */
  readonly tls?: SuiteTls | undefined
}

export interface RunningNetwork {
  /** What workers are told. */
  readonly address: NetworkAddress
  /** The base URL under which one gateway reaches another one, or a played domain. */
  urlOf(ends: LinkEnds): string
  /** Says where a gateway's external interface is, so that the links to it lead there. */
  lead(to: Place, external: string): void
  /** Stops listening and breaks off what is under way. */
  close(): Promise<void>
}

/** Starts the links; gateways may start after it, because `urlOf` is known from now on and `lead` can follow. */
export async function startNetwork(options: StartOptions): Promise<RunningNetwork> {
  const { token, reach } = options
  const network = createNetwork(options)
  const open: Served[] = []
  const close = async () => void (await Promise.all(open.map((served) => served.close())))
  const opened = async (served: Promise<Served>) => {
    open.push(await served)
    return served
  }
  try {
    const control = await opened(serveControl(network, token, reach))
    const urls = new Map<Link, string>()
    for (const link of network.links) urls.set(link, (await opened(serveLink(link, options))).url)
    return running(network, { control: { url: control.url, token }, urls, reach, close })
  } catch (error) {
    await close()
    throw error
  }
}

interface Opened {
  readonly control: ControlAddress
  readonly urls: ReadonlyMap<Link, string>
  readonly reach: Channel
  close(): Promise<void>
}

function running(network: LocalNetwork, { control, urls, reach, close }: Opened): RunningNetwork {
  return {
    address: { control, links: network.ends, played: network.played },
    urlOf(ends) {
      for (const [link, url] of urls) if (isSameLink(link.ends, ends)) return url
      throw new Error(`there is no link from ${ends.from} to ${ends.to} in ${ends.edition}`)
    },
    lead: (to, external) =>
      network.lead(to, (from) => forwardTo({ url: external, domain: to.domain, presenting: from }, reach)),
    close,
  }
}

async function serveLink(link: Link, { listenAt, tls }: StartOptions): Promise<Served> {
  const { from, to } = link.ends
  const address = listenAt?.(link.ends)
  try {
    return await serve(link.pass, { ...address, ...(tls && { tls: { terms: serverTerms(tls, to), client: from } }) })
  } catch (error) {
    if (!address || !(error instanceof Error && 'code' in error)) throw error
    const where = `${address.host}:${address.port}`
    throw new ConfigurationError(
      `the link from ${from} to ${to}: expected to listen at ${where}, cannot (${error.code})`,
    )
  }
}
