// A client's key queue, on the way to a situation: create it, fill it, ask it for a package.
import type { OwnKeyPackage } from '../../mls/key-package.ts'
import type { Answer } from '../../simulator/answer.ts'
import type { PackageOptions } from '../../simulator/person.ts'
import { reached } from '../unreachable.ts'
import type { Registered } from './registration.ts'

export interface QueueAttributes {
  readonly protocolVersion: number
  readonly cipherSuite: number
  readonly appLabel: string
}

export interface KeyQueue extends QueueAttributes {
  readonly client: Registered
  readonly keyQueueId: string
  /** Makes this many packages of the client and appends them, one upload; unreachable where that is refused. */
  fill(count: number, options?: PackageOptions): Promise<OwnKeyPackage[]>
  /** Uploads messages as they are; the answer is not judged here. */
  update(change: QueueChange): Promise<Answer<'updateKeyQueue'>>
  /** Asks for a package on behalf of a receiver; other attributes replace the queue's own. */
  fetch(receiver: string, attributes?: Partial<QueueAttributes>): Promise<Answer<'retrieveKeyPackage'>>
  /** The count the gateway gives, read without reserving anything. */
  count(): Promise<Answer<'updateKeyQueue'>>
}

export interface QueueChange {
  readonly keyPackages?: readonly Uint8Array[]
  readonly isReset?: boolean
  readonly appLabel?: string
  readonly finalKey?: Uint8Array
}

/** Creates a queue; `Unreachable` where the gateway refuses. */
export async function createQueue(client: Registered, attributes: QueueAttributes): Promise<KeyQueue> {
  const { keyQueueId } = reached(await client.server.createKeyQueue({ clientId: client.clientId, ...attributes }))
  return queueOf(client, keyQueueId, attributes)
}

/** A queue that is known to be there. */
export function queueOf(client: Registered, keyQueueId: string, attributes: QueueAttributes): KeyQueue {
  const { server, clientId, person } = client
  const queue: KeyQueue = {
    ...attributes,
    client,
    keyQueueId,
    async fill(count, options) {
      const packages: OwnKeyPackage[] = []
      for (let made = 0; made < count; made++) {
        packages.push(await person.keyPackage({ cipherSuite: attributes.cipherSuite, ...options }))
      }
      reached(await queue.update({ keyPackages: packages.map((own) => own.message) }))
      return packages
    },
    update: ({ keyPackages = [], isReset = false, ...rest }) =>
      server.updateKeyQueue({ clientId, keyQueueId, keyPackages: [...keyPackages], isReset, ...rest }),
    fetch: (receiver, change) =>
      server.retrieveKeyPackage({ clientId, receiver_client_id: receiver, ...attributes, ...change }),
    count: () => queue.update({}),
  }
  return queue
}
