// What a follower's own application uploads is put to the gateway that orders the group, whose verdict counts (reading A-27).
import type { Parts } from '../parts.ts'
import type { Application, Group, Packet } from '../store/store.ts'
import type { Peer } from './peers.ts'

interface Upload {
  readonly application: Application
  readonly group: Group
  readonly packet: Packet
  readonly from: Peer | undefined
}

export interface Relaying {
  /** The gateway that has to be asked; undefined where this one decides, or has been told by the one that does. */
  ordererOf(parts: Parts, upload: Upload): Peer | undefined
  ask(parts: Parts, orderer: Peer, upload: Upload): Promise<number>
  /** Gives the status of acceptance; refuses what the ordering gateway refuses, or cannot be asked about. */
  settle(parts: Parts, upload: Upload): Promise<number>
}

export function createRelaying(): Relaying {
  return {
    ordererOf({ peers }, { application, group, from }) {
      if (group.orderedBy === undefined || from !== undefined) return undefined
      return peers.find(application, group.orderedBy)
    },
    async ask(parts, orderer, { application, group, packet }) {
      const { agreements, forwarding, links } = parts
      await agreements.check(parts, orderer, application)
      const target = forwarding.targetOf(application, group, packet)
      const answer = await links.send(parts, orderer, { method: 'PUT', target, body: packet.body })
      if (answer.status >= 200 && answer.status < 300) return answer.status === 200 ? 200 : 201
      throw links.verdictOf(parts, answer)
    },
    async settle(parts, upload) {
      const orderer = this.ordererOf(parts, upload)
      return orderer === undefined ? 201 : this.ask(parts, orderer, upload)
    },
  }
}
