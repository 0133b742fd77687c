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
  /** The same texts, each as the string that is on file where one is: a thousand clients of a team share one. */
  asFiled(tags: readonly string[]): readonly string[]
  /** Puts a record on file, in place of the one with the same id. */
  set(id: string, client: Client): void
  delete(id: string): void
}

type TagIndex = Map<string, { readonly tag: string; readonly clients: Map<string, Client> }>

export function createClientBook(clients: readonly Client[] = []): ClientBook {
  const byId = new Map<string, Client>()
  // One id, nearly always: a list weighs a fraction of what a Set does.
  const byName = new Map<string, readonly string[]>()
  // The records themselves: to look each of them up by its id would cost more than all the rest.
  const byTag: TagIndex = new Map()
  const unname = (key: string, id: string): void => {
    const others = byName.get(key)?.filter((other) => other !== id) ?? []
    if (others.length > 0) byName.set(key, others)
    else byName.delete(key)
  }
  const book: ClientBook = {
    get size() {
      return byId.size
    },
    get: (id) => byId.get(id),
    values: () => byId.values(),
    named: (name) => (byName.get(nameKey(name)) ?? []).flatMap((id) => byId.get(id) ?? []),
    tagged: (tag) => Array.from(byTag.get(tag)?.clients.values() ?? []),
    asFiled: (tags) => tags.map((tag) => byTag.get(tag)?.tag ?? tag),
    set(id, client) {
      const former = byId.get(id)
      byId.set(id, client)
      const key = nameKey(client)
      const formerKey = former && nameKey(former)
      if (formerKey !== undefined && formerKey !== key) unname(formerKey, id)
      const namesakes = byName.get(key)
      if (formerKey !== key) byName.set(key, namesakes === undefined ? [id] : [...namesakes, id])
      for (const tag of former?.tags ?? []) if (!client.tags.includes(tag)) untag(byTag, tag, id)
      for (const tag of client.tags) addTag(byTag, tag, client)
    },
    delete(id) {
      const former = byId.get(id)
      if (former === undefined) return
      byId.delete(id)
      unname(nameKey(former), id)
      for (const tag of former.tags) untag(byTag, tag, id)
    },
  }
  for (const client of clients) book.set(client.id, client)
  return book
}

function nameKey({ handle, domain = '' }: Pick<Client, 'handle' | 'domain'>): string {
  // A copy: to ask short octets for their buffer moves them out of the record's neighbourhood for good.
  return `${domain}/${Buffer.from(handle).toString('latin1')}`
}

function addTag(index: TagIndex, tag: string, client: Client): void {
  const tagged = index.get(tag)
  if (tagged === undefined) index.set(tag, { tag, clients: new Map([[client.id, client]]) })
  else tagged.clients.set(client.id, client)
}

function untag(index: TagIndex, tag: string, id: string): void {
  const tagged = index.get(tag)
  tagged?.clients.delete(id)
  if (tagged?.clients.size === 0) index.delete(tag)
}
