// Invitations: the welcome and the tree that an added client joins with, kept under its name (2023-03-17 section joining).
import type { Naming } from '../identity/naming.ts'
import { type Application, type Client, type Invitation, octetsKey } from '../store/store.ts'

interface Welcome {
  readonly welcome: Uint8Array
  readonly ratchetTree: Uint8Array
}

export interface Invitations {
  /** Registers the same welcome for every client that a commit added, by identifier: the handle, with domains both. */
  register(application: Application, identifiers: readonly Uint8Array[], joining: Welcome): void
  /** Everything the client of this identifier was invited with, oldest first; reading changes nothing (reading A-33). */
  of(application: Application, identifier: Uint8Array): readonly Invitation[]
  /** Drops what a client was invited with, under its present identifier and any it had. */
  forget(application: Application, client: Client): void
}

export function createInvitations(naming: Naming): Invitations {
  return {
    register({ clients, configuration, invitations }, identifiers, { welcome, ratchetTree }) {
      for (const identifier of identifiers) {
        const clientId = clients.named(naming.nameOf(configuration, identifier))[0]?.id
        const key = octetsKey(identifier)
        invitations.set(key, [...(invitations.get(key) ?? []), { welcome, ratchetTree, clientId }])
      }
    },
    of({ invitations }, identifier) {
      return invitations.get(octetsKey(identifier)) ?? []
    },
    forget({ configuration, invitations }, client) {
      const { id } = client
      const present = octetsKey(naming.identifierOf(configuration, client))
      for (const [key, list] of invitations) {
        const left = list.filter(({ clientId }) => clientId !== id && !(clientId === undefined && key === present))
        if (left.length === 0) invitations.delete(key)
        else invitations.set(key, left)
      }
    },
  }
}
