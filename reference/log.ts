// What the gateway tells its operator, as data; whoever starts it decides where that goes.

export type LogEntry = Defect | FederationEvent

interface Defect {
  readonly event: 'defect'
  readonly interfaceName: 'internal' | 'external'
  readonly method: string
  readonly target: string
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
