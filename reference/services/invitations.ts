// Invitations: the welcome and the tree that an added client joins with, kept under its handle (2023-03-17 section joining).
import { type Application, type Client, type Invitation, octetsKey } from '../store/store.ts'

interface Welcome {
  readonly welcome: Uint8Array
  readonly ratchetTree: Uint8Array
}

export interface Invitations {
  /** Registers the same welcome for every handle that a commit added. */
  register(application: Application, handles: readonly Uint8Array[], joining: Welcome): void
  /** Everything the handle was invited with, oldest first; reading changes nothing (reading A-33). */
  of(application: Application, handle: Uint8Array): readonly Invitation[]
  /** Drops what a client was invited with, under its present handle and any it had. */
  forget(application: Application, client: Client): void
}

export function createInvitations(): Invitations {
  return {
    register({ clients, invitations }, handles, { welcome, ratchetTree }) {
      for (const handle of handles) {
        const clientId = [...clients.values()].find((client) => Buffer.compare(client.handle, handle) === 0)?.id
        const key = octetsKey(handle)
        invitations.set(key, [...(invitations.get(key) ?? []), { welcome, ratchetTree, clientId }])
      }
    },
    of({ invitations }, handle) {
      return invitations.get(octetsKey(handle)) ?? []
    },
    forget({ invitations }, { id, handle }) {
      const present = octetsKey(handle)
      for (const [key, list] of invitations) {
        const left = list.filter(({ clientId }) => clientId !== id && !(clientId === undefined && key === present))
        if (left.length === 0) invitations.delete(key)
        else invitations.set(key, left)
      }
    },
  }
}
