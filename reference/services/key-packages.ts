// Key packages on their way out: reservation for a receiver, and the advance of a queue when one is used in a group
// (2023-03-17 sections key-package-retrieval and advancing-a-key-package-queue).
import { Refusal } from '../refusal.ts'
import type { Application, Client, KeyQueue, QueueAttributes, QueuedPackage, StoredPackage } from '../store/store.ts'
import { isExpired, isPremature } from './expiry.ts'

interface Choice {
  readonly stored: QueuedPackage
  readonly isFinal: boolean
}

/** Who asks, and when. */
interface Retrieval {
  /** Made by `receiverKey`. */
  readonly receiver: string
  /** Unix seconds. */
  readonly now: bigint
}

export interface KeyPackages {
  /** A reservation is per application, calling domain (empty for the own one) and receiver. */
  receiverKey(callingDomain: string, receiverClientId: string): string
  matches(queue: QueueAttributes, wanted: QueueAttributes): boolean
  /** Refuses where no queue has the attributes, as `no-matching-queue`. */
  match(client: Client, wanted: QueueAttributes): KeyQueue
  isExpired(stored: StoredPackage, now: bigint): boolean
  /** Whether the package may be handed out: in its lifetime, and saying the client's present handle (reading A-43). */
  isUsable(stored: StoredPackage, client: Client, now: bigint): boolean
  /** The packages that are reserved for the receiver: one, and those before it that may not be handed out any more. */
  reserved(packages: readonly QueuedPackage[], receiver: string): readonly QueuedPackage[]
  /** Soonest to expire first, ties in the order of arrival (reading A-11). */
  inOrder(usable: readonly QueuedPackage[]): readonly QueuedPackage[]
  /** Whether the package is free to be reserved. */
  isFree(queued: QueuedPackage): boolean
  /** What the receiver gets; nothing changes. Refuses where there is nothing, as `key-packages-exhausted`. */
  choose(client: Client, queue: KeyQueue, retrieval: Retrieval): Choice
  /** Reserves a chosen non-final package. */
  reserve(client: Client, queue: KeyQueue, choice: Choice, receiver: string): void
  isSpent(application: Application, ref: string): boolean
  /** Refuses packages of which one was used before and is not a final key, as `invalid-key-package`. */
  checkUnspent(application: Application, refs: readonly string[]): void
  /** Advances whichever queues hold the packages that a group has used, whoever they are reserved for (reading A-21). */
  advance(application: Application, refs: readonly string[]): void
}

export function createKeyPackages(): KeyPackages {
  return {
    receiverKey(callingDomain, receiverClientId) {
      return JSON.stringify([callingDomain, receiverClientId])
    },
    matches(queue, { protocolVersion, cipherSuite, appLabel }) {
      return (
        queue.protocolVersion === protocolVersion && queue.cipherSuite === cipherSuite && queue.appLabel === appLabel
      )
    },
    match({ queues }, wanted) {
      for (const queue of queues.values()) if (this.matches(queue, wanted)) return queue
      throw new Refusal('no-matching-queue', 'The client has no key queue with these attributes.')
    },
    isExpired,
    isUsable(stored, { handle }, now) {
      return !this.isExpired(stored, now) && !isPremature(stored, now) && Buffer.compare(stored.handle, handle) === 0
    },
    reserved(packages, receiver) {
      return packages.filter((queued) => queued.receiver === receiver)
    },
    inOrder(usable) {
      return usable.toSorted(
        (left, right) => Number(left.notAfter > right.notAfter) - Number(left.notAfter < right.notAfter),
      )
    },
    isFree({ receiver }) {
      return receiver === undefined
    },
    choose(client, { packages, finalKey }, { receiver, now }) {
      const isUsable = (queued: QueuedPackage) => this.isUsable(queued, client, now)
      const stored =
        this.reserved(packages, receiver).find(isUsable) ??
        this.inOrder(packages.filter((queued) => this.isFree(queued) && isUsable(queued)))[0]
      if (stored !== undefined) return { stored, isFinal: false }
      if (finalKey !== undefined && this.isUsable(finalKey, client, now)) return { stored: finalKey, isFinal: true }
      throw new Refusal('key-packages-exhausted', 'The key queue has no key package left for this receiver.')
    },
    reserve(client, queue, { stored, isFinal }, receiver) {
      if (isFinal || stored.receiver === receiver) return
      const packages = queue.packages.map((queued) => (queued.ref === stored.ref ? { ...queued, receiver } : queued))
      client.queues.set(queue.id, { ...queue, packages })
    },
    isSpent({ keyPackages }, ref) {
      return keyPackages.spent.has(ref) && !keyPackages.final.has(ref)
    },
    checkUnspent(application, refs) {
      if (refs.some((ref) => this.isSpent(application, ref)))
        throw new Refusal('invalid-key-package', 'The commit adds a key package that has been used before.')
    },
    advance({ keyPackages }, refs) {
      const used = new Set(refs)
      for (const ref of used) keyPackages.spent.add(ref)
      for (const queues of new Set(refs.flatMap((ref) => keyPackages.holders.get(ref) ?? [])))
        for (const queue of queues.values())
          if (queue.packages.some(({ ref }) => used.has(ref)))
            queues.set(queue.id, { ...queue, packages: queue.packages.filter(({ ref }) => !used.has(ref)) })
    },
  }
}
