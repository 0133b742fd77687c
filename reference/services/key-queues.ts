// Key queues: creation, filling, relabelling, removal (2023-03-17 sections key-queue-creation and key-queue-update).
import { readKeyPackage } from '../identity/key-package.ts'
import type { GatewayRules } from '../identity/naming.ts'
import type { Limits } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import {
  type Application,
  type Client,
  freshId,
  type KeyQueue,
  octetsKey,
  type QueueAttributes,
  type QueuedPackage,
  type Store,
  type StoredPackage,
} from '../store/store.ts'
import { isExpired } from './expiry.ts'
import { judging } from './mls-refusal.ts'

/** An update whose key packages have been validated. */
export interface QueueChange {
  readonly packages: readonly StoredPackage[]
  readonly isReset: boolean
  readonly appLabel?: string | undefined
  readonly finalKey?: StoredPackage | undefined
}

/** What is asked of an upload: the queue's version and suite, and by default that it be used once. */
type Wanted = QueueAttributes & { readonly use?: 'once' | 'last-resort' }

export interface KeyQueues {
  newId(): string
  /** Refuses an id that is not there, or is another client's, as `not-found`. */
  find(client: Client, keyQueueId: string): KeyQueue
  isSame(queue: QueueAttributes, attributes: QueueAttributes): boolean
  /** Refuses attributes that another queue of the client has, as `queue-conflict` (reading A-07). */
  checkUnique(client: Client, attributes: QueueAttributes, except?: KeyQueue): void
  create(client: Client, attributes: QueueAttributes): KeyQueue
  checkBatch(messages: readonly Uint8Array[]): void
  /** Validates an uploaded MLSMessage for the queue, without looking at what is stored. */
  validate(message: Uint8Array, queue: Wanted, rules: GatewayRules): Promise<StoredPackage>
  validateFinal(message: Uint8Array, queue: QueueAttributes, rules: GatewayRules): Promise<StoredPackage>
  /** Refuses a package whose credential names another client than the queue's. */
  checkOwner(client: Client, stored: StoredPackage): void
  /** Refuses what the application has stored, used or handed out, and what the request brings twice. */
  checkFresh(application: Application, queue: KeyQueue, change: QueueChange): void
  /** Refuses a package whose init key another one of the client has (RFC 9420 section 10, KP-B6): one private key would open both Welcomes. */
  checkInitKeys(client: Client, queue: KeyQueue, change: QueueChange): void
  packagesAfter(queue: KeyQueue, change: QueueChange): readonly QueuedPackage[]
  finalKeyAfter(queue: KeyQueue, change: QueueChange): StoredPackage | undefined
  /** Checks everything, then changes the queue at once. */
  update(application: Application, client: Client, queue: KeyQueue, change: QueueChange): KeyQueue
  isExpired(stored: StoredPackage, now: bigint): boolean
  /** Unexpired non-final packages, those handed out included (reading A-24). `now` in Unix seconds. */
  count(queue: KeyQueue, now: bigint): number
  /** What was handed out of the queue stays spent; the rest may be uploaded again. */
  remove(application: Application, client: Client, queue: KeyQueue): void
}

export interface KeyQueuesContext {
  readonly store: Store
  readonly limits: Limits
  readonly ids: () => string
}

export function createKeyQueues({ store, limits, ids }: KeyQueuesContext): KeyQueues {
  return {
    newId() {
      return freshId(store, ids)
    },
    find({ queues }, keyQueueId) {
      const queue = queues.get(keyQueueId)
      if (queue === undefined) throw new Refusal('not-found', 'The client has no such key queue.')
      return queue
    },
    isSame(queue, { protocolVersion, cipherSuite, appLabel }) {
      return (
        queue.protocolVersion === protocolVersion && queue.cipherSuite === cipherSuite && queue.appLabel === appLabel
      )
    },
    checkUnique({ queues }, attributes, except) {
      for (const queue of queues.values())
        if (queue.id !== except?.id && this.isSame(queue, attributes))
          throw new Refusal('queue-conflict', 'The client has a key queue with these attributes.')
    },
    create(client, attributes) {
      this.checkUnique(client, attributes)
      const queue: KeyQueue = { ...attributes, id: this.newId(), packages: [], finalKey: undefined }
      client.queues.set(queue.id, queue)
      return queue
    },
    checkBatch({ length }) {
      if (length > limits.keyPackagesPerRequest)
        throw new Refusal('too-large', `A request brings at most ${limits.keyPackagesPerRequest} key packages.`)
    },
    async validate(message, { cipherSuite, protocolVersion, use = 'once' }, rules) {
      const expected = { cipherSuite, protocolVersion, use }
      const valid = await judging('invalid-key-package', () => readKeyPackage(message, expected, rules))
      const { ref, notBefore, notAfter, initKey, name } = valid
      return { ref: octetsKey(ref), initKey: octetsKey(initKey), message, notBefore, notAfter, ...name }
    },
    validateFinal(message, queue, rules) {
      return this.validate(message, { ...queue, use: 'last-resort' }, rules)
    },
    checkOwner({ handle, domain }, stored) {
      if (domain === stored.domain && Buffer.compare(handle, stored.handle) === 0) return
      throw new Refusal('invalid-key-package', 'The credential of a key package names another client than the queue.')
    },
    checkFresh(application, queue, { packages, isReset, finalKey }) {
      const { spent, final } = application.keyPackages
      const brought = new Set<string>()
      const isTaken = (ref: string) =>
        brought.has(ref) || spent.has(ref) || isStored(application, ref, isReset ? queue : undefined)
      for (const { ref } of packages) {
        if (isTaken(ref) || final.has(ref)) throw duplicate()
        brought.add(ref)
      }
      if (finalKey === undefined || finalKey.ref === queue.finalKey?.ref) return
      if (isTaken(finalKey.ref)) throw duplicate()
    },
    checkInitKeys(client, queue, { packages, isReset, finalKey }) {
      const refOf = new Map<string, string>()
      for (const { id, ...held } of client.queues.values())
        for (const { initKey, ref } of [
          ...(isReset && id === queue.id ? [] : held.packages),
          ...(held.finalKey === undefined ? [] : [held.finalKey]),
        ])
          refOf.set(initKey, ref)
      for (const { initKey, ref } of [...packages, ...(finalKey === undefined ? [] : [finalKey])]) {
        if ((refOf.get(initKey) ?? ref) !== ref)
          throw new Refusal('invalid-key-package', 'Two key packages of the client have the same init key.')
        refOf.set(initKey, ref)
      }
    },
    packagesAfter(queue, { packages, isReset }) {
      return isReset ? packages : [...queue.packages, ...packages]
    },
    finalKeyAfter(queue, { finalKey }) {
      return finalKey ?? queue.finalKey
    },
    update(application, client, queue, change) {
      const { appLabel = queue.appLabel, isReset, finalKey } = change
      this.checkUnique(client, { ...queue, appLabel }, queue)
      for (const stored of [...change.packages, ...(finalKey === undefined ? [] : [finalKey])])
        this.checkOwner(client, stored)
      this.checkFresh(application, queue, change)
      this.checkInitKeys(client, queue, change)
      const packages = this.packagesAfter(queue, change)
      const updated = { ...queue, appLabel, packages, finalKey: this.finalKeyAfter(queue, change) }
      if (isReset) spendHandedOut(application, queue)
      if (finalKey !== undefined) application.keyPackages.final.add(finalKey.ref)
      client.queues.set(queue.id, updated)
      return updated
    },
    isExpired,
    count({ packages }, now) {
      return packages.filter((stored) => !this.isExpired(stored, now)).length
    },
    remove(application, client, queue) {
      spendHandedOut(application, queue)
      client.queues.delete(queue.id)
    },
  }
}

/** Whether a queue of the application holds the package, and a reset of `emptied` would not let it go. */
function isStored({ keyPackages }: Application, wanted: string, emptied: KeyQueue | undefined): boolean {
  const stays = ({ id, packages, finalKey }: KeyQueue) =>
    finalKey?.ref === wanted ||
    packages.some(({ ref, receiver }) => ref === wanted && (id !== emptied?.id || receiver !== undefined))
  return (keyPackages.holders.get(wanted) ?? []).some((queues) => [...queues.values()].some(stays))
}

function spendHandedOut({ keyPackages }: Application, { packages }: KeyQueue): void {
  for (const { ref, receiver } of packages) if (receiver !== undefined) keyPackages.spent.add(ref)
}

function duplicate(): Refusal {
  return new Refusal('duplicate-key-package', 'A key package of the request has been uploaded or used before.')
}
