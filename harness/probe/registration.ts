// Registering people as clients of an application, on the way to a situation.
import type { ApplicationServer } from '../../simulator/application-server.ts'
import type { Person } from '../../simulator/person.ts'
import { reached } from '../unreachable.ts'

/** A person's client as an application registered it. */
export interface Registered {
  readonly person: Person
  readonly clientId: string
  readonly server: ApplicationServer
}

/** Registers a person; `Unreachable` where the gateway refuses. */
export async function registerClient(server: ApplicationServer, person: Person, tags: string[]): Promise<Registered> {
  const { clientId } = reached(await server.registerClient({ clientHandle: person.handle, tags }))
  return { person, clientId, server }
}
