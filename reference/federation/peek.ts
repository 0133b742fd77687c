// A look at a packet without judging it, for what has to be known before it can be judged.
import { type Peek, peekGroup } from '../../mls/message.ts'
import { type Handshake, type PublicGroup, readHandshake } from '../../mls/public-group.ts'
import { MlsRejection } from '../../mls/rejection.ts'

/** Group, epoch and content of a handshake packet; undefined for anything else. */
export function peekAt(packet: Uint8Array): Peek | undefined {
  try {
    return peekGroup(packet)
  } catch (reason) {
    return nothing(reason)
  }
}

/** Who sends a packet and what it refers to; undefined for what is no PublicMessage. */
export async function handshakeOf(group: PublicGroup, packet: Uint8Array): Promise<Handshake | undefined> {
  try {
    return await readHandshake(group, packet)
  } catch (reason) {
    return nothing(reason)
  }
}

function nothing(reason: unknown): undefined {
  if (!(reason instanceof MlsRejection)) throw reason
}
