// The shape of an operation of the wire: how its values become a path, a query and a body, and back.
// Everything in an operation is a zod codec: `z.encode` makes the wire form, `z.decode` reads it.
import type { z } from 'zod'
import type { Capability } from './capability.ts'
import type { Level } from './requirement.ts'

export type InterfaceName = 'internal' | 'external'
export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'

/** An identity provider's configuration, the same for both editions; `type` is 1 (Basic), 2 (X.509) or 240-255. */
export interface IdentityConfiguration {
  type: number
  supportsAccounts: boolean
  supportsDomains: boolean
  /** Members as the draft spells them, for example `device_handle_range`. */
  parameters: Record<string, unknown>
}

export interface ApplicationConfiguration {
  id: string
  identity: IdentityConfiguration
}

/** A registered client as discovery shows it; handles are octets, whatever the edition makes of them in JSON. */
export interface ClientEntry {
  clientId: string
  clientHandle: Uint8Array
  tags: readonly string[]
}

interface InApplication {
  appId: string
}
interface OfClient extends InApplication {
  clientId: string
}
interface OfQueue extends OfClient {
  keyQueueId: string
}
interface OfGroup extends InApplication {
  /** The raw MLS group id. */
  groupId: Uint8Array
}

/** What each operation takes, path, query and body in one flat object. */
export interface OperationInputs {
  defineApplication: InApplication & {
    configuration: ApplicationConfiguration
    applicationServers: string[]
    federatesWith: string[]
  }
  listApplications: Record<never, never>
  registerClient: InApplication & { clientHandle: Uint8Array; tags?: string[] | undefined; domain?: string | undefined }
  editClient: OfClient & {
    clientHandle?: Uint8Array | undefined
    tagsToAdd?: string[] | undefined
    tagsToRemove?: string[] | undefined
  }
  findClients: InApplication & { tag: string; domain?: string | undefined }
  retrieveClient: OfClient
  deleteClient: OfClient
  createKeyQueue: OfClient & { protocolVersion: number; cipherSuite: number; appLabel: string }
  updateKeyQueue: OfQueue & {
    keyPackages: Uint8Array[]
    isReset: boolean
    appLabel?: string | undefined
    finalKey?: Uint8Array | undefined
  }
  deleteKeyQueue: OfQueue
  retrieveKeyPackage: OfClient & {
    protocolVersion: number
    cipherSuite: number
    appLabel?: string | undefined
    receiver_client_id: string
    domain?: string | undefined
  }
  createGroup: InApplication & { groupInfo: Uint8Array; ratchetTree: Uint8Array }
  uploadProposal: OfGroup & { packet: Uint8Array }
  listProposals: OfGroup
  uploadCommit: OfGroup & {
    commitPacket: Uint8Array
    groupInfo?: Uint8Array | undefined
    welcomePacket?: Uint8Array | undefined
  }
  controlMessages: OfGroup & { startEpochId: bigint; endEpochId?: bigint | undefined }
  welcomeMessages: InApplication & { clientHandle: Uint8Array; domain?: string | undefined }
  groupInfo: OfGroup
}

/** What each operation answers with on success; `undefined` where the body means nothing. */
export interface OperationOutputs {
  defineApplication: undefined
  listApplications: ApplicationConfiguration[]
  registerClient: { clientId: string }
  editClient: ClientEntry | undefined
  findClients: { identities: ClientEntry[] }
  retrieveClient: ClientEntry
  deleteClient: undefined
  createKeyQueue: { keyQueueId: string }
  updateKeyQueue: { keyPackagesInPool: number }
  deleteKeyQueue: undefined
  retrieveKeyPackage: { keyPackage: Uint8Array; isFinalKey: boolean }
  createGroup: undefined
  uploadProposal: undefined
  listProposals: { messages: Uint8Array[] }
  uploadCommit: undefined
  controlMessages: { messages: Uint8Array[] }
  welcomeMessages: { joinInfos: { welcome: Uint8Array; ratchetTree?: Uint8Array | undefined }[] }
  groupInfo: { groupInfos: { groupInfo: Uint8Array; ratchetTree?: Uint8Array | undefined }[] }
}

export const operationNames = [
  'defineApplication',
  'listApplications',
  'registerClient',
  'editClient',
  'findClients',
  'retrieveClient',
  'deleteClient',
  'createKeyQueue',
  'updateKeyQueue',
  'deleteKeyQueue',
  'retrieveKeyPackage',
  'createGroup',
  'uploadProposal',
  'listProposals',
  'uploadCommit',
  'controlMessages',
  'welcomeMessages',
  'groupInfo',
] as const satisfies readonly (keyof OperationInputs)[]

export type OperationName = (typeof operationNames)[number]

/** What gateways send each other, on the external interface as well (wire profile, section 6). */
export const forwarded: readonly OperationName[] = ['createGroup', 'uploadProposal', 'uploadCommit']

export interface Operation<N extends OperationName = OperationName> {
  readonly name: N
  readonly method: Method
  /** Template with `{appId}`, `{clientId}`, `{keyQueueId}`, `{groupId}`, `{clientHandle}` as whole segments. */
  readonly path: string
  readonly interfaces: readonly InterfaceName[]
  readonly caller: 'operator' | 'application-server'
  readonly level: Level
  /** Section of the draft, or `profile`. */
  readonly section: string
  readonly needs: Capability | undefined
  /** Wire side: raw, still percent-encoded path segments by name. */
  readonly parameters: z.ZodType
  /** Wire side: decoded query values by name. */
  readonly query: z.ZodType | undefined
  /** Wire side: the parsed JSON body. */
  readonly body: z.ZodType | undefined
  /** Wire side: the parsed JSON answer; `undefined` where the answer has no body that means anything. */
  readonly output: z.ZodType | undefined
  /** Statuses the profile gives for success; the first is the one for something new. */
  readonly success: readonly number[]
}

export type Operations = { readonly [N in OperationName]: Operation<N> }
