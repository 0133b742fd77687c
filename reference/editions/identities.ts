// Binds the operations on applications and clients to their services, the same in both editions.
import type { ClientEntry } from '../../spec/operation.ts'
import type { Handlers } from '../parts.ts'
import type { Client } from '../store/store.ts'

export const identityHandlers: Pick<
  Handlers,
  | 'defineApplication'
  | 'listApplications'
  | 'registerClient'
  | 'editClient'
  | 'findClients'
  | 'retrieveClient'
  | 'deleteClient'
> = {
  defineApplication({ applications }, { input: { appId, ...definition } }) {
    return { status: applications.define(appId, definition) === 'new' ? 201 : 200 }
  },
  listApplications({ applications, authorisation }, { caller }) {
    const visible = applications.list().filter((application) => authorisation.mayEnter(caller, application))
    return { status: 200, output: visible.map(({ configuration }) => configuration) }
  },
  registerClient({ clients, domains, naming }, { application, input: { clientHandle: handle, tags = [], domain } }) {
    const { configuration } = application
    const name = { handle, domain: domains.homeOf(configuration, domain) }
    const { id } = clients.register(application, naming.identifierOf(configuration, name), tags)
    return {
      status: 201,
      headers: [['location', `/apps/${application.id}/clients/${id}`]],
      output: { clientId: id },
    }
  },
  editClient({ clients }, { application, input: { clientId, clientHandle, tagsToAdd, tagsToRemove } }) {
    const client = clients.find(application, clientId)
    const edited = clients.edit(application, client, { handle: clientHandle, tagsToAdd, tagsToRemove })
    return { status: 200, output: entryOf(edited) }
  },
  async findClients(parts, call) {
    const { clients, passing } = parts
    const { tag, domain } = call.input
    const peer = passing.destination(parts, call)
    if (peer !== undefined) return (await passing.pass(parts, peer, { name: 'findClients', call })).answer
    const found = clients.withTag(call.application, tag)
    const identities = found.filter((client) => domain === undefined || clients.isOf(client, domain)).map(entryOf)
    return { status: 200, output: { identities } }
  },
  retrieveClient({ clients }, { application, input: { clientId } }) {
    return { status: 200, output: entryOf(clients.find(application, clientId)) }
  },
  deleteClient({ clients, keyQueues, invitations }, { application, input: { clientId } }) {
    const client = clients.find(application, clientId)
    for (const queue of client.queues.values()) keyQueues.remove(application, client, queue)
    invitations.forget(application, client)
    clients.remove(application, client)
    return { status: 204 }
  },
}

function entryOf({ id, handle, tags }: Client): ClientEntry {
  return { clientId: id, clientHandle: handle, tags }
}
