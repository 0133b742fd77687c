// The reference gateway in its parts. Each rule of the draft is one small function of one part, so that a gateway that
// gets it wrong is this one with that function replaced; the parts call one another through the assembled whole.
import type { Checks } from '../mls/public-group.ts'
import type { Suite } from '../mls/suite.ts'
import type { InterfaceName, OperationInputs, OperationName, OperationOutputs, Operations } from '../spec/operation.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import type { Authorisation } from './authorisation/authorisation.ts'
import type { Caller } from './authorisation/caller.ts'
import type { Clock } from './clock.ts'
import type { Agreements } from './federation/agreements.ts'
import type { Domains } from './federation/domains.ts'
import type { Following } from './federation/following.ts'
import type { Forwarding } from './federation/forwarding.ts'
import type { Links } from './federation/links.ts'
import type { Ordering } from './federation/ordering.ts'
import type { FederationTimes, Outbound } from './federation/outbound.ts'
import type { Outboxes } from './federation/outboxes.ts'
import type { Passing } from './federation/passing.ts'
import type { Peers } from './federation/peers.ts'
import type { Relaying } from './federation/relaying.ts'
import type { Source } from './federation/source.ts'
import type { Answer } from './http/answer.ts'
import type { Http } from './http/http.ts'
import type { GatewayRequest, GatewayResponse } from './http/message.ts'
import type { Naming } from './identity/naming.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Applications } from './services/applications.ts'
import type { Clients } from './services/clients.ts'
import type { Groups } from './services/groups.ts'
import type { Invitations } from './services/invitations.ts'
import type { KeyPackages } from './services/key-packages.ts'
import type { KeyQueues } from './services/key-queues.ts'
import type { Application, Store } from './store/store.ts'
import type { InTurn } from './store/turns.ts'
import type { Timer } from './timer.ts'

export interface Parts {
  readonly instance: InstanceFile
  readonly clock: Clock
  readonly timer: Timer
  readonly outbound: Outbound
  readonly times: FederationTimes
  readonly log: Log
  readonly limits: Limits
  readonly store: Store
  readonly inTurn: InTurn

  /** The whole flow of one request; what an outermost fault would wrap. */
  readonly respond: Respond
  readonly http: Http
  readonly authorisation: Authorisation

  /** The edition's wire and what each of its operations does. */
  readonly operations: Operations
  readonly handlers: Handlers

  readonly naming: Naming
  readonly domains: Domains
  readonly peers: Peers
  readonly links: Links
  readonly agreements: Agreements
  readonly passing: Passing
  readonly ordering: Ordering
  readonly relaying: Relaying
  readonly forwarding: Forwarding
  readonly outboxes: Outboxes
  readonly following: Following
  readonly source: Source

  readonly applications: Applications
  readonly clients: Clients
  readonly keyQueues: KeyQueues
  readonly keyPackages: KeyPackages
  readonly groups: Groups
  readonly invitations: Invitations

  /** Every MLS check that needs no group secret. */
  readonly checks: Checks
  readonly suite: (id: number) => Promise<Suite>
}

/** Answers one request on one interface; never rejects. */
export type Respond = (parts: Parts, interfaceName: InterfaceName, request: GatewayRequest) => Promise<GatewayResponse>

/** A request that has been read and allowed. */
export interface Call<N extends OperationName> {
  readonly input: OperationInputs[N]
  readonly caller: Caller
  /** The application in the path; only the two operations on applications themselves have none. */
  readonly application: N extends 'defineApplication' | 'listApplications' ? undefined : Application
  /** True for HEAD: answer as GET would and assign nothing. */
  readonly peek: boolean
  /** The request as it came, for what is passed on unchanged. */
  readonly request: GatewayRequest
}

export type Handler<N extends OperationName> = (
  parts: Parts,
  call: Call<N>,
) => Answer<OperationOutputs[N]> | Promise<Answer<OperationOutputs[N]>>

export type Handlers = { readonly [N in OperationName]: Handler<N> }
