// Gateways that are wrong only when requests meet, or only in what stays behind: what the histories have to notice.

import servedAfterDeletion from '../../fixtures/mutants/client-deletion/nothing-remains.key-packages.ts'
import handleRace from '../../fixtures/mutants/client-registration/handle-race.ts'
import lastCommitWins from '../../fixtures/mutants/commits/one-winner.last-wins.ts'
import twoWinners from '../../fixtures/mutants/commits/one-winner.ts'
import lateReservation from '../../fixtures/mutants/key-package-retrieval/concurrent-one-receiver.ts'
import twoReceivers from '../../fixtures/mutants/key-package-retrieval/concurrent-receivers.ts'
import falseExhaustion from '../../fixtures/mutants/key-package-retrieval/no-spurious-exhaustion.ts'
import emptiedBeforeChecked from '../../fixtures/mutants/key-queue/update-atomic.ts'
import type { Parts } from '../../reference/gateway.ts'

const anotherTurn = () => new Promise<void>(setImmediate)

/** By what is wrong. */
export const faults: Readonly<Record<string, (parts: Parts) => Parts>> = {
  'two commits that win one epoch': twoWinners.alter,
  'a commit of an old epoch that replaces the winner': lastCommitWins.alter,
  'one key package for two receivers': twoReceivers.alter,
  'two key packages for one receiver': lateReservation.alter,
  'a full queue that is said to be empty': falseExhaustion.alter,
  'one handle for two clients': handleRace.alter,
  'a refused update that has emptied the queue': emptiedBeforeChecked.alter,
  'the queue of a deleted client that still serves': servedAfterDeletion.alter,
  'an edit that can be seen half done': (parts) => ({
    ...parts,
    handlers: {
      ...parts.handlers,
      async editClient(whole, call) {
        const { appId, clientId, clientHandle, ...tags } = call.input
        const first = await parts.handlers.editClient(whole, { ...call, input: { appId, clientId, ...tags } })
        if (clientHandle === undefined) return first
        await anotherTurn()
        return parts.handlers.editClient(whole, { ...call, input: { appId, clientId, clientHandle } })
      },
    },
  }),
  'an edit that undoes another': (parts) => ({
    ...parts,
    handlers: {
      ...parts.handlers,
      async editClient(whole, call) {
        const read = whole.clients.find(call.application, call.input.clientId)
        await anotherTurn()
        const find: typeof whole.clients.find = (application, id) => {
          whole.clients.find(application, id)
          return read
        }
        return parts.handlers.editClient({ ...whole, clients: { ...whole.clients, find } }, call)
      },
    },
  }),
  'an update that undoes another': (parts) => ({
    ...parts,
    handlers: {
      ...parts.handlers,
      updateKeyQueue(whole, call) {
        const read = whole.keyQueues.find(
          whole.clients.find(call.application, call.input.clientId),
          call.input.keyQueueId,
        )
        const find = () => read
        return parts.handlers.updateKeyQueue({ ...whole, keyQueues: { ...whole.keyQueues, find } }, call)
      },
    },
  }),
  'a final key that is used up': (parts) => ({
    ...parts,
    keyPackages: {
      ...parts.keyPackages,
      reserve(client, queue, choice, receiver) {
        if (choice.isFinal) client.queues.set(queue.id, { ...queue, finalKey: undefined })
        else parts.keyPackages.reserve(client, queue, choice, receiver)
      },
    },
  }),
  'a proposal that outlives its epoch': (parts) => ({
    ...parts,
    groups: {
      ...parts.groups,
      follow(application, group, commit) {
        const followed = { ...parts.groups.follow(application, group, commit), proposals: group.proposals }
        application.groups.set(group.key, followed)
        return followed
      },
    },
  }),
  'a group info that is stored before the commit beside it is judged': (parts) => ({
    ...parts,
    groups: {
      ...parts.groups,
      readCommit(group, upload, rules) {
        for (const { groups } of parts.store.applications.values())
          if (groups.get(group.key) === group) groups.set(group.key, { ...group, groupInfo: upload.groupInfo })
        return parts.groups.readCommit(group, upload, rules)
      },
    },
  }),
}
