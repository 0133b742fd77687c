// Whether two gateways mean the same by an application: its configuration on either side, compared before the first
// operation that both have a part in (wire profile, section 6; reading A-29).
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { ApplicationConfiguration } from '../../spec/operation.ts'
import type { Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import type { Application } from '../store/store.ts'
import { failed } from './links.ts'
import type { Peer } from './peers.ts'

/** The peer's configuration of an application; `none` where its list lacks it, `unshown` where it shows no list. */
type TheirConfiguration = ApplicationConfiguration | 'none' | 'unshown'

export interface Agreements {
  isSame(ours: ApplicationConfiguration, theirs: ApplicationConfiguration): boolean
  /** Asks the peer for its applications; a peer that cannot be asked is refused as every other failure is. */
  read(parts: Parts, peer: Peer, application: Application): Promise<TheirConfiguration>
  /** Refuses a peer whose configuration is another, or that has none, as `configuration-mismatch`. */
  check(parts: Parts, peer: Peer, application: Application): Promise<void>
  /** The same for a request that comes from the peer; where it cannot be asked, its request is not held against it. */
  admit(parts: Parts, peer: Peer, application: Application): Promise<void>
}

export function createAgreements(): Agreements {
  const agreed = new Set<string>()
  const differing = new Set<string>()
  return {
    isSame: isDeepStrictEqual,
    async read(parts, peer, { id }) {
      const answer = await parts.links.send(parts, peer, { method: 'GET', target: '/apps' })
      if ((answer.status >= 400 && answer.status < 500) || answer.status === 501) return 'unshown'
      if (answer.status !== 200) throw parts.links.refusalOf(parts, answer)
      return configurationIn(parts, parts.links.jsonOf(parts, answer), id)
    },
    async check(parts, peer, application) {
      const subject = { peer: peer.domain, appId: application.id }
      const key = `${application.id} ${peer.domain}`
      if (agreed.has(key)) return
      const theirs = await this.read(parts, peer, application)
      if (theirs === 'unshown') {
        if (!agreed.has(key)) parts.log({ event: 'peer-trusted', ...subject })
      } else if (theirs === 'none' || !this.isSame(application.configuration, theirs)) {
        if (!differing.has(key)) parts.log({ event: 'configurations-differ', ...subject })
        differing.add(key)
        throw new Refusal('configuration-mismatch', `The gateway of ${peer.domain} has another configuration.`)
      }
      agreed.add(key)
      differing.delete(key)
    },
    async admit(parts, peer, application) {
      try {
        await this.check(parts, peer, application)
      } catch (reason) {
        if (!(reason instanceof Refusal) || reason.code === 'configuration-mismatch') throw reason
      }
    },
  }
}

/** Reads one entry of a peer's list; the others are not ours to judge. */
function configurationIn({ operations }: Parts, list: unknown, appId: string): TheirConfiguration {
  if (!Array.isArray(list)) throw failed('gave a list of applications that is none')
  const entry: unknown = list.find((candidate: { id?: unknown } | null) => {
    return String(candidate?.id).toLowerCase() === appId
  })
  if (entry === undefined) return 'none'
  const read = z.safeDecode(operations.listApplications.output ?? z.never(), [entry])
  if (!read.success) return 'none'
  const [{ id, identity }] = read.data as [ApplicationConfiguration]
  return { id: id.toLowerCase(), identity }
}
