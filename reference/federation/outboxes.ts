// What has still to be delivered: one ordered outbox for each peer, application and group, tried again until the peer has
// acknowledged or refused (wire profile, section 6). Nothing here undoes what was accepted.
import type { GatewayResponse } from '../http/message.ts'
import { causeOf } from '../log.ts'
import type { Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import type { Application, Group, Packet } from '../store/store.ts'
import type { FederationTimes } from './outbound.ts'
import type { Peer } from './peers.ts'

interface Addressee {
  readonly peer: Peer
  readonly application: Application
  readonly group: Group
}

/** What an attempt came to; `restart`: the peer does not know the group and has to be told everything from its creation on. */
type Outcome = 'delivered' | 'later' | 'refused' | 'restart'

interface Outbox {
  readonly key: string
  readonly peer: Peer
  readonly appId: string
  readonly group: Group
  /** In the order of acceptance. */
  waiting: readonly Packet[]
  /** Refused by the peer, although it has to have them: offered again, not least once it has taken another. */
  setAside: readonly Packet[]
  /** Whether it has been told everything from the creation on; an outbox with nothing left to do is forgotten, and this with it. */
  isRestarted: boolean
  /** Attempts in a row without an answer that decides. */
  failures: number
  /** Refusals in a row: the peer is out of step until it takes another packet. */
  refusals: number
}

export interface Outboxes {
  /** Puts a packet at the end of its outbox and begins to send; nothing waits for that. */
  add(parts: Parts, addressee: Addressee, packet: Packet): void
  /** Tries at once what waits for a peer that has just called for the application: it is there. */
  hear(parts: Parts, peer: Peer, application: Application): void
  /** Makes one attempt to deliver. */
  attempt(parts: Parts, outbox: Outbox, packet: Packet): Promise<Outcome>
  /** What a peer's answer means for the packet. */
  outcomeOf(parts: Parts, answer: GatewayResponse): Outcome
  /** Changes the outbox by the outcome for the packet at its head. */
  settle(parts: Parts, outbox: Outbox, outcome: Outcome): void
  delivered(parts: Parts, outbox: Outbox): void
  refused(parts: Parts, outbox: Outbox): void
  restart(parts: Parts, outbox: Outbox): void
  /** Whether a refused packet has to reach the peer all the same: it adds a client that is at home elsewhere. */
  isOwed(parts: Parts, outbox: Outbox, packet: Packet): boolean
  /** How long an outbox waits before the next attempt; undefined where there is nothing to attempt. */
  delayMs(outbox: Outbox, times: FederationTimes): number | undefined
  /** Outboxes with something in them, or of groups that are out of step. */
  list(): readonly Outbox[]
  /** Resolves when every outbox is empty or waits for its next attempt. */
  settled(): Promise<void>
  /** Calls off every attempt to come. */
  close(): void
}

/** After so many refusals in a row a packet waits until the peer takes another, or is heard from. */
const mostRefusals = 4

export function createOutboxes(): Outboxes {
  const boxes = new Map<string, Outbox>()
  /** Work under way, and calls off for attempts to come, by the outbox's key. */
  const sending = new Map<string, Promise<void>>()
  const resting = new Map<string, () => void>()
  let isClosed = false

  const start = (parts: Parts, outbox: Outbox): void => {
    if (isClosed || sending.has(outbox.key)) return
    resting.get(outbox.key)?.()
    resting.delete(outbox.key)
    sending.set(
      outbox.key,
      run(parts, outbox)
        .catch((reason: unknown) => {
          outbox.failures += 1
          parts.log({ event: 'defect', interfaceName: 'external', method: 'PUT', reason: causeOf(reason) })
        })
        .finally(() => rest(parts, outbox)),
    )
  }

  /** Sends what waits, in order, until nothing does or an attempt has to be made again. */
  const run = async (parts: Parts, outbox: Outbox): Promise<void> => {
    const { outboxes } = parts
    offerAgain(outbox)
    for (let head = outbox.waiting[0]; head !== undefined && !isClosed; head = outbox.waiting[0]) {
      const outcome = await outboxes.attempt(parts, outbox, head)
      outboxes.settle(parts, outbox, outcome)
      if (outcome === 'later') return
    }
  }

  const rest = (parts: Parts, outbox: Outbox): void => {
    sending.delete(outbox.key)
    const delayMs = parts.outboxes.delayMs(outbox, parts.times)
    if (isClosed) return
    if (delayMs === 0) start(parts, outbox)
    else if (delayMs !== undefined)
      resting.set(
        outbox.key,
        parts.timer.after(delayMs, () => start(parts, outbox)),
      )
    else if (outbox.refusals === 0) boxes.delete(outbox.key)
  }

  return {
    add(parts, { peer, application, group }, packet) {
      const key = JSON.stringify([peer.domain, application.id, group.key])
      const outbox = boxes.get(key) ?? emptyOutbox({ key, peer, appId: application.id, group })
      boxes.set(key, outbox)
      outbox.waiting = [...outbox.waiting, packet]
      if (outbox.failures === 0) start(parts, outbox)
    },
    hear(parts, peer, { id }) {
      for (const outbox of boxes.values()) if (outbox.peer === peer && outbox.appId === id) start(parts, outbox)
    },
    async attempt(parts, { peer, appId, group }, packet) {
      const { agreements, forwarding, links, peers, store } = parts
      const application = store.applications.get(appId)
      if (application === undefined || !peers.isFederating(application, peer)) return 'delivered'
      try {
        await agreements.check(parts, peer, application)
        const target = forwarding.targetOf(application, group, packet)
        const body = forwarding.bodyFor(parts, peer, packet)
        return this.outcomeOf(parts, await links.send(parts, peer, { method: 'PUT', target, body }))
      } catch (reason) {
        if (reason instanceof Refusal) return 'later'
        throw reason
      }
    },
    outcomeOf(parts, answer) {
      const { status } = answer
      const kind = Math.floor(status / 100)
      if (kind === 2) return 'delivered'
      if (kind !== 4 || status === 408 || status === 429) return 'later'
      return parts.links.problemOf(parts, answer).code === 'unknown-group' ? 'restart' : 'refused'
    },
    settle(parts, outbox, outcome) {
      if (outcome === 'later') {
        outbox.failures += 1
        return
      }
      outbox.failures = 0
      if (outcome === 'delivered') this.delivered(parts, outbox)
      else if (outcome === 'restart' && !outbox.isRestarted) this.restart(parts, outbox)
      else this.refused(parts, outbox)
    },
    delivered(parts, outbox) {
      if (outbox.refusals > 0) parts.log({ event: 'in-step-again', ...subjectOf(outbox) })
      outbox.refusals = 0
      outbox.waiting = outbox.waiting.slice(1)
      offerAgain(outbox)
    },
    refused(parts, outbox) {
      const [packet, ...waiting] = outbox.waiting
      if (packet === undefined) return
      parts.log({ event: 'packet-refused', ...subjectOf(outbox) })
      outbox.refusals += 1
      outbox.waiting = waiting
      if (this.isOwed(parts, outbox, packet)) outbox.setAside = [...outbox.setAside, packet]
    },
    restart({ store }, outbox) {
      outbox.isRestarted = true
      outbox.setAside = []
      outbox.waiting = store.applications.get(outbox.appId)?.packets.get(outbox.group.key)?.slice() ?? []
    },
    isOwed(parts, { appId }, { adds }) {
      const application = parts.store.applications.get(appId)
      if (application === undefined) return false
      return adds.some((identifier) => !parts.ordering.isAtHome(parts, application, identifier))
    },
    delayMs({ waiting, setAside, failures, refusals }, { firstRetryMs, longestRetryMs }) {
      if (failures > 0) return Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs)
      if (waiting.length > 0) return 0
      return setAside.length === 0 || refusals > mostRefusals ? undefined : longestRetryMs * 2 ** refusals
    },
    list() {
      return [...boxes.values()]
    },
    async settled() {
      while (sending.size > 0) await Promise.all(sending.values())
    },
    close() {
      isClosed = true
      for (const callOff of resting.values()) callOff()
      resting.clear()
    },
  }
}

function emptyOutbox(addressee: Pick<Outbox, 'key' | 'peer' | 'appId' | 'group'>): Outbox {
  const nothing = { waiting: [], setAside: [], isRestarted: false, failures: 0, refusals: 0 }
  return { ...addressee, ...nothing }
}

function offerAgain(outbox: Outbox): void {
  outbox.waiting = [...outbox.waiting, ...outbox.setAside]
  outbox.setAside = []
}

function subjectOf({ peer, appId, group }: Outbox) {
  return { peer: peer.domain, appId, groupId: Buffer.from(group.id).toString('base64url') }
}
