// Clients of an application: registration, editing, discovery by tag (2023-03-17 section managing-identities).
import { foldDomain } from '../federation/domains.ts'
import type { HandleRule } from '../identity/handle.ts'
import type { Naming } from '../identity/naming.ts'
import type { Limits } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { QueueBook } from '../store/queue-book.ts'
import { type Application, type Client, copyOctets, freshId, type Store } from '../store/store.ts'

interface ClientChange {
  readonly handle?: Uint8Array | undefined
  readonly tagsToAdd?: readonly string[] | undefined
  readonly tagsToRemove?: readonly string[] | undefined
}

export interface Clients {
  checkHandle(handle: Uint8Array): void
  /** Those who have the identifier, octet for octet: a handle, or one in its domain. */
  named(application: Application, identifier: Uint8Array): Client[]
  /** Whether a client of the application, other than `except`, has the identifier. */
  isTaken(application: Application, identifier: Uint8Array, except?: Client): boolean
  checkTags(tags: readonly string[]): void
  tagsAfter(tags: readonly string[], change: ClientChange): readonly string[]
  /** A UUID that no client of this gateway has had before. */
  newId(): string
  register(application: Application, identifier: Uint8Array, tags: readonly string[]): Client
  edit(application: Application, client: Client, change: ClientChange): Client
  /** Refuses an id that is not there as `not-found`. */
  find(application: Application, clientId: string): Client
  /** Refuses an identifier that no client has, as `not-found`. */
  findHandle(application: Application, identifier: Uint8Array): Client
  /** Whether the client is of an own domain; where the application has none, all are. */
  isOf(client: Client, domain: string): boolean
  withTag(application: Application, tag: string): Client[]
  remove(application: Application, client: Client): void
}

export interface ClientsContext {
  readonly store: Store
  readonly limits: Limits
  readonly handleRule: HandleRule
  readonly naming: Naming
  readonly ids: () => string
}

export function createClients({ store, limits, handleRule, naming, ids }: ClientsContext): Clients {
  return {
    checkHandle(handle) {
      const problem = handleRule(handle)
      if (problem !== undefined) throw new Refusal('malformed-request', `clientHandle: ${problem}`)
    },
    named({ clients, configuration }, identifier) {
      return clients.named(naming.nameOf(configuration, identifier))
    },
    isTaken(application, identifier, except) {
      return this.named(application, identifier).some(({ id }) => id !== except?.id)
    },
    checkTags(tags) {
      if (tags.length > limits.tagsPerClient)
        throw new Refusal('malformed-request', `A client has at most ${limits.tagsPerClient} tags.`)
      for (const tag of tags) {
        const bytes = Buffer.byteLength(tag)
        if (bytes < 1 || bytes > limits.tagBytes)
          throw new Refusal('malformed-request', `A tag has 1 to ${limits.tagBytes} bytes of UTF-8.`)
      }
    },
    tagsAfter(tags, { tagsToAdd = [], tagsToRemove = [] }) {
      const removed = new Set(tagsToRemove)
      if (tagsToAdd.some((tag) => removed.has(tag)))
        throw new Refusal('malformed-request', 'A tag stands in both tagsToAdd and tagsToRemove.')
      return eachOnce([...tags, ...tagsToAdd].filter((tag) => !removed.has(tag)))
    },
    newId() {
      return freshId(store, ids)
    },
    register(application, identifier, given) {
      const tags = eachOnce(given)
      const { handle, domain } = naming.nameOf(application.configuration, identifier)
      this.checkHandle(handle)
      this.checkTags(tags)
      if (this.isTaken(application, identifier)) throw new Refusal('handle-conflict', 'Another client has this handle.')
      const client = {
        id: this.newId(),
        // A copy, for short octets of their own lie beside the record, and those of a request in a buffer far away.
        handle: copyOctets(handle),
        domain,
        tags: application.clients.asFiled(tags),
        queues: new QueueBook(application.keyPackages.holders),
      }
      application.clients.set(client.id, client)
      return client
    },
    edit(application, client, change) {
      const { handle = client.handle } = change
      const identifier = naming.identifierOf(application.configuration, { ...client, handle })
      const tags = this.tagsAfter(client.tags, change)
      this.checkHandle(handle)
      this.checkTags(tags)
      if (this.isTaken(application, identifier, client))
        throw new Refusal('handle-conflict', 'Another client has this handle.')
      const edited = { ...client, handle, tags }
      application.clients.set(client.id, edited)
      return edited
    },
    find({ clients }, clientId) {
      const client = clients.get(clientId)
      if (client === undefined) throw new Refusal('not-found', 'There is no such client.')
      return client
    },
    findHandle(application, identifier) {
      const [client] = this.named(application, identifier)
      if (client === undefined) throw new Refusal('not-found', 'There is no client with this handle.')
      return client
    },
    isOf(client, domain) {
      return client.domain === undefined || client.domain === foldDomain(domain)
    },
    withTag({ clients }, tag) {
      return clients.tagged(tag)
    },
    remove({ clients }, { id }) {
      clients.delete(id)
    },
  }
}

function eachOnce(tags: readonly string[]): readonly string[] {
  return [...new Set(tags)]
}
