// Groups in which a played peer has a part: its clients, and what it does with the packets that are sent to it.
import type { Person } from '../../simulator/person.ts'
import type { StagePeer } from './peer.ts'
import type { Registered } from './registration.ts'

/** A person who is a client of the peer: uploads go through its gateway to the one under test, which has no id for it. */
export function clientOf(peer: StagePeer, person: Person): Registered {
  return { person, clientId: 'known to the peer alone', server: peer.calls }
}

/** Lets a peer take every packet of a group that it is sent. */
export function takesPackets(peer: StagePeer): void {
  peer.on('createGroup', () => undefined)
  peer.on('uploadProposal', () => undefined)
  peer.on('uploadCommit', () => undefined)
}
