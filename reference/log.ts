// What the gateway tells its operator, as data; whoever starts it decides where that goes.
import type { InterfaceName } from '../spec/operation.ts'
import type { RefusalCode } from './refusal.ts'

export type LogEntry = RequestEntry | Unreadable | Defect | FederationEvent

/** One request and what became of it. Nothing of its path but the template, and of what it carried nothing at all. */
interface RequestEntry {
  readonly event: 'request'
  /** What the answer carries as X-Request-Id. */
  readonly requestId: string
  readonly interfaceName: InterfaceName
  readonly method: string
  /** The template of the path, for example `/apps/{appId}/clients`; absent where it leads nowhere or was not looked at. */
  readonly route?: string
  /** Absent where there was no answer, because the client was gone. */
  readonly status?: number
  /** Why it was refused. */
  readonly code?: RefusalCode
  readonly durationMs: number
  /** The connection ended before the whole answer was written. */
  readonly cut?: true
}

/** Input that was no request at all, or a request that took too long to come. */
interface Unreadable {
  readonly event: 'unreadable'
  readonly requestId: string
  readonly interfaceName: InterfaceName
  readonly status: number
  /** The code of node:http, for example `HPE_INVALID_METHOD`. */
  readonly reason: string
}

interface Defect {
  readonly event: 'defect'
  /** Absent where the request came in at the gateway's seam. */
  readonly requestId?: string
  readonly interfaceName: InterfaceName
  readonly method: string
  readonly route?: string
  /** What was thrown, with its stack. */
  readonly reason: string
}

/** What an operator has to know of a peer, of which an application and sometimes a group are concerned. */
interface FederationEvent {
  /**
   * `peer-trusted`: it does not show its applications, so its configuration is taken to be the same;
   * `configurations-differ`: nothing of the application goes to it or comes from it;
   * `packet-refused`: it will not have a packet, which is set aside, and the group is out of step there;
   * `in-step-again`: it has taken a later packet of such a group.
   */
  readonly event: 'peer-trusted' | 'configurations-differ' | 'packet-refused' | 'in-step-again'
  readonly peer: string
  readonly appId: string
  /** Base64url. */
  readonly groupId?: string
  /** What the peer answered with. */
  readonly status?: number
}

/** What was thrown, with its stack where it has one. */
export function causeOf(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
}

export type Log = (entry: LogEntry) => void
