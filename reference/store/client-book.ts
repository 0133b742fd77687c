// The clients of an application, found by id, by name and by tag without a look at all the others.
import type { Client } from './store.ts'

export interface ClientBook {
  readonly size: number
  get(id: string): Client | undefined
  /** In the order of registration. */
  values(): Iterable<Client>
  /** Those who have this handle (and domain), octet for octet. */
  named(name: Pick<Client, 'handle' | 'domain'>): Client[]
  /** Those who have exactly this tag. */
  tagged(tag: string): Client[]
  /** Puts a record on file, in place of the one with the same id. */
  set(id: string, client: Client): void
  delete(id: string): void
}

export function createClientBook(clients: readonly Client[] = []): ClientBook {
  const byId = new Map<string, Client>()
  const byName = new Map<string, Set<string>>()
  const byTag = new Map<string, Set<string>>()
  const listed = (ids: Set<string> | undefined) => [...(ids ?? [])].flatMap((id) => byId.get(id) ?? [])
  const book: ClientBook = {
    get size() {
      return byId.size
    },
    get: (id) => byId.get(id),
    values: () => byId.values(),
    named: (name) => listed(byName.get(nameKey(name))),
    tagged: (tag) => listed(byTag.get(tag)),
    set(id, client) {
      const former = byId.get(id)
      byId.set(id, client)
      if (former === undefined || nameKey(former) !== nameKey(client)) {
        if (former !== undefined) drop(byName, nameKey(former), id)
        put(byName, nameKey(client), id)
      }
      for (const tag of former?.tags ?? []) if (!client.tags.has(tag)) drop(byTag, tag, id)
      for (const tag of client.tags) put(byTag, tag, id)
    },
    delete(id) {
      const former = byId.get(id)
      if (former === undefined) return
      byId.delete(id)
      drop(byName, nameKey(former), id)
      for (const tag of former.tags) drop(byTag, tag, id)
    },
  }
  for (const client of clients) book.set(client.id, client)
  return book
}

function nameKey({ handle, domain = '' }: Pick<Client, 'handle' | 'domain'>): string {
  return `${domain}/${Buffer.from(handle).toString('latin1')}`
}

function put(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, new Set([id]))
  else ids.add(id)
}

function drop(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)
  ids?.delete(id)
  if (ids?.size === 0) index.delete(key)
}
