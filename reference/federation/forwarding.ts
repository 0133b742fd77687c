// What the ordering gateway has accepted goes to every gateway that the application federates with, once, and not back to
// where it came from (wire profile, section 6; readings ).
import type { Parts } from '../parts.ts'
import type { Application, Group, Packet } from '../store/store.ts'
import type { Peer } from './peers.ts'

interface Accepted {
  readonly application: Application
  readonly group: Group
  readonly packet: Packet
  /** The gateway that relayed it; absent where the gateway's own application uploaded it. */
  readonly from: Peer | undefined
}

export interface Forwarding {
  recipients(parts: Parts, accepted: Accepted): Peer[]
  /** Keeps the packet for gateways that have to be told everything from the creation on. */
  keep(accepted: Accepted): void
  /** Puts the packet into the outboxes; a gateway that does not order the group forwards nothing. */
  forward(parts: Parts, accepted: Accepted): void
  /** The body for a peer: as it was uploaded. */
  bodyFor(parts: Parts, peer: Peer, packet: Packet): Uint8Array
  /** Path on the external interface of whichever gateway the packet goes to. */
  targetOf(application: Application, group: Group, packet: Packet): string
}

export function createForwarding(): Forwarding {
  return {
    recipients({ peers }, { application, from }) {
      return peers.federating(application).filter((peer) => peer !== from)
    },
    keep({ application: { packets }, group: { key }, packet }) {
      const kept = packets.get(key)
      if (kept === undefined) packets.set(key, [packet])
      else kept.push(packet)
    },
    forward(parts, accepted) {
      const { application, group, packet } = accepted
      if (!parts.ordering.isOrderedHere(group)) return
      this.keep(accepted)
      for (const peer of this.recipients(parts, accepted))
        parts.outboxes.add(parts, { peer, application, group }, packet)
    },
    bodyFor(_parts, _peer, { body }) {
      return body
    },
    targetOf({ id }, group, { route }) {
      const groups = `/apps/${id}/groups`
      return route === 'groups' ? groups : `${groups}/${Buffer.from(group.id).toString('base64url')}/${route}`
    },
  }
}
