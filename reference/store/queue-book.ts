// The key queues of one client, which keep note of the packages they hold, so that nobody has to look through all clients.
import type { KeyQueue } from './store.ts'

/** The books that hold a key package, by its KeyPackageRef: one, unless a gateway lets the same package in twice. */
export type Holders = Map<string, readonly QueueBook[]>

/** Queues by id. A Map itself rather than around one: every client has a book, and most hold nothing. */
export class QueueBook extends Map<string, KeyQueue> {
  readonly #holders: Holders

  constructor(holders: Holders, queues: readonly KeyQueue[] = []) {
    super()
    this.#holders = holders
    for (const queue of queues) this.set(queue.id, queue)
  }

  override set(id: string, queue: KeyQueue): this {
    const former = this.get(id)
    super.set(id, queue)
    this.#note(former, queue)
    return this
  }

  override delete(id: string): boolean {
    const former = this.get(id)
    const isGone = super.delete(id)
    this.#note(former, undefined)
    return isGone
  }

  holds(ref: string): boolean {
    for (const queue of this.values())
      if (queue.finalKey?.ref === ref || queue.packages.some((one) => one.ref === ref)) return true
    return false
  }

  #note(former: KeyQueue | undefined, present: KeyQueue | undefined): void {
    const [before, after] = [refsOf(former), refsOf(present)]
    // A reservation changes no ref, and is what happens most.
    if (before.length === after.length && before.every((ref, at) => ref === after[at])) return
    const kept = new Set(after)
    for (const ref of before) if (!kept.has(ref) && !this.holds(ref)) this.#strike(ref)
    for (const ref of after) {
      const others = this.#holders.get(ref) ?? []
      if (!others.includes(this)) this.#holders.set(ref, [...others, this])
    }
  }

  #strike(ref: string): void {
    const others = this.#holders.get(ref)?.filter((book) => book !== this) ?? []
    if (others.length > 0) this.#holders.set(ref, others)
    else this.#holders.delete(ref)
  }
}

function refsOf(queue: KeyQueue | undefined): string[] {
  const refs = queue?.packages.map(({ ref }) => ref) ?? []
  if (queue?.finalKey !== undefined) refs.push(queue.finalKey.ref)
  return refs
}
