// Binds the operations on key queues and key packages to their services, the same in both editions.
import { unixSeconds } from '../clock.ts'
import type { Handlers } from '../parts.ts'
import { mlsRules } from './mls-rules.ts'

export const keyMaterialHandlers: Pick<
  Handlers,
  'createKeyQueue' | 'updateKeyQueue' | 'deleteKeyQueue' | 'retrieveKeyPackage'
> = {
  createKeyQueue({ clients, keyQueues }, { application, input: { clientId, protocolVersion, cipherSuite, appLabel } }) {
    const client = clients.find(application, clientId)
    const queue = keyQueues.create(client, { protocolVersion, cipherSuite, appLabel })
    return {
      status: 201,
      headers: [['location', `/apps/${application.id}/clients/${client.id}/queues/${queue.id}`]],
      output: { keyQueueId: queue.id },
    }
  },
  async updateKeyQueue(parts, { application, input }) {
    const { clients, keyQueues, domains, clock } = parts
    const { clientId, keyQueueId, keyPackages, isReset, appLabel, finalKey } = input
    const attributes = keyQueues.find(clients.find(application, clientId), keyQueueId)
    keyQueues.checkBatch(keyPackages)
    const rules = mlsRules(parts, application)
    const packages = []
    for (const message of keyPackages) packages.push(await keyQueues.validate(message, attributes, rules))
    const final = finalKey && (await keyQueues.validateFinal(finalKey, attributes, rules))
    for (const { domain } of [...packages, ...(final === undefined ? [] : [final])]) domains.checkHome(domain)
    // Validation took its time: client and queue are looked up again, and from here on nothing waits.
    const client = clients.find(application, clientId)
    const queue = keyQueues.find(client, keyQueueId)
    const updated = keyQueues.update(application, client, queue, { packages, isReset, appLabel, finalKey: final })
    return { status: 200, output: { keyPackagesInPool: keyQueues.count(updated, unixSeconds(clock)) } }
  },
  deleteKeyQueue({ clients, keyQueues }, { application, input: { clientId, keyQueueId } }) {
    const client = clients.find(application, clientId)
    keyQueues.remove(application, client, keyQueues.find(client, keyQueueId))
    return { status: 204 }
  },
  async retrieveKeyPackage(parts, call) {
    const { clients, keyPackages, passing, clock } = parts
    const { application, caller, input, peek } = call
    const { clientId, protocolVersion, cipherSuite, appLabel = '', receiver_client_id } = input
    const peer = passing.destination(parts, call)
    if (peer !== undefined) {
      const { answer, output } = await passing.pass(parts, peer, { name: 'retrieveKeyPackage', call })
      if (output !== undefined) await passing.checkKeyPackage(parts, call, output.keyPackage)
      return answer
    }
    const client = clients.find(application, clientId)
    const queue = keyPackages.match(client, { protocolVersion, cipherSuite, appLabel })
    const receiver = keyPackages.receiverKey(caller.kind === 'peer' ? caller.domain : '', receiver_client_id)
    const choice = keyPackages.choose(client, queue, { receiver, now: unixSeconds(clock) })
    if (!peek) keyPackages.reserve(client, queue, choice, receiver)
    return { status: 200, output: { keyPackage: choice.stored.message, isFinalKey: choice.isFinal } }
  },
}
