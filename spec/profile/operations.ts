// Every operation of the wire, given what differs between editions; an edition's `operations.ts` fills that in.
import { z } from 'zod'
import type { ApplicationConfiguration, ClientEntry, Operation, OperationName, Operations } from '../operation.ts'
import type { Level } from '../requirement.ts'
import { base64, octets, segmentBase64url, segmentOctets, segmentText, uint16Text, uint64, utf8 } from '../wire.ts'

/** What an edition decides about the wire. */
export interface EditionWire {
  /** How a client handle travels in JSON. */
  readonly handle: z.ZodType<Uint8Array, string>
  /** The member that carries the handle in a discovery answer. */
  readonly handleMember: 'clientHandle' | 'clientIdentity'
  readonly configuration: z.ZodType<ApplicationConfiguration, unknown>
  /** Level and section of each operation that the edition's text states; all others are the profile's. */
  readonly states: Partial<Record<OperationName, { readonly level: Level; readonly section: string }>>
}

const path = {
  appId: segmentText,
  clientId: segmentText,
  keyQueueId: segmentText,
  groupId: segmentBase64url,
}
const inApplication = z.object({ appId: path.appId })
const ofClient = z.object({ appId: path.appId, clientId: path.clientId })
const ofQueue = z.object({ appId: path.appId, clientId: path.clientId, keyQueueId: path.keyQueueId })
const ofGroup = z.object({ appId: path.appId, groupId: path.groupId })
const messages = z.object({ messages: z.array(base64) })

/** The operations of an edition, as wire codecs. */
export function operationsOf(wire: EditionWire): Operations {
  const tags = z.array(z.string())
  const handleSegment = wire.handle === utf8 ? segmentText.pipe(utf8) : segmentOctets
  const entry = entryCodec(wire)

  const operation = <N extends OperationName>(
    name: N,
    rest: Pick<Operation, 'method' | 'path' | 'parameters'> & Partial<Operation>,
  ): Operation<N> => ({
    interfaces: ['internal'],
    caller: 'application-server',
    level: wire.states[name]?.level ?? 'PROFILE',
    section: wire.states[name]?.section ?? 'profile',
    needs: undefined,
    query: undefined,
    body: undefined,
    output: undefined,
    success: [200],
    ...rest,
    name,
  })

  return {
    defineApplication: operation('defineApplication', {
      method: 'PUT',
      path: '/apps/{appId}',
      caller: 'operator',
      needs: 'define-application',
      parameters: inApplication,
      body: z.object({
        configuration: wire.configuration,
        applicationServers: z.array(z.string()),
        federatesWith: z.array(z.string()),
      }),
      success: [201, 200],
    }),
    listApplications: operation('listApplications', {
      method: 'GET',
      path: '/apps',
      interfaces: ['internal', 'external'],
      needs: 'list-applications',
      parameters: z.object({}),
      output: z.array(wire.configuration),
    }),
    registerClient: operation('registerClient', {
      method: 'POST',
      path: '/apps/{appId}/clients',
      parameters: inApplication,
      body: z.object({ clientHandle: wire.handle, tags: tags.optional(), domain: z.string().optional() }),
      output: z.object({ clientId: z.string() }),
      success: [201],
    }),
    editClient: operation('editClient', {
      method: 'PATCH',
      path: '/apps/{appId}/clients/{clientId}',
      needs: 'edit-client',
      parameters: ofClient,
      body: z.object({
        clientHandle: wire.handle.optional(),
        tagsToAdd: tags.optional(),
        tagsToRemove: tags.optional(),
      }),
      output: entry,
    }),
    findClients: operation('findClients', {
      method: 'GET',
      path: '/apps/{appId}/clients',
      interfaces: ['internal', 'external'],
      parameters: inApplication,
      query: z.object({ tag: z.string(), domain: z.string().optional() }),
      output: z.object({ identities: z.array(entry) }),
    }),
    retrieveClient: operation('retrieveClient', {
      method: 'GET',
      path: '/apps/{appId}/clients/{clientId}',
      needs: 'retrieve-client',
      parameters: ofClient,
      output: entry,
    }),
    deleteClient: operation('deleteClient', {
      method: 'DELETE',
      path: '/apps/{appId}/clients/{clientId}',
      needs: 'delete-client',
      parameters: ofClient,
      success: [204],
    }),
    createKeyQueue: operation('createKeyQueue', {
      method: 'POST',
      path: '/apps/{appId}/clients/{clientId}/queues',
      needs: 'key-queues',
      parameters: ofClient,
      body: z.object({
        protocolVersion: z.int().min(0).max(65535),
        cipherSuite: z.int().min(0).max(65535),
        appLabel: z.string(),
      }),
      output: z.object({ keyQueueId: z.string() }),
      success: [201],
    }),
    updateKeyQueue: operation('updateKeyQueue', {
      method: 'PATCH',
      path: '/apps/{appId}/clients/{clientId}/queues/{keyQueueId}',
      needs: 'key-queues',
      parameters: ofQueue,
      body: z.object({
        keyPackages: z.array(base64),
        isReset: z.boolean(),
        appLabel: z.string().optional(),
        finalKey: base64.optional(),
      }),
      output: z.object({ keyPackagesInPool: z.int() }),
    }),
    deleteKeyQueue: operation('deleteKeyQueue', {
      method: 'DELETE',
      path: '/apps/{appId}/clients/{clientId}/queues/{keyQueueId}',
      needs: 'delete-queue',
      parameters: ofQueue,
      success: [204],
    }),
    retrieveKeyPackage: operation('retrieveKeyPackage', {
      method: 'GET',
      path: '/apps/{appId}/clients/{clientId}/keyPackage',
      interfaces: ['internal', 'external'],
      needs: 'key-queues',
      parameters: ofClient,
      query: z.object({
        protocolVersion: uint16Text,
        cipherSuite: uint16Text,
        appLabel: z.string().optional(),
        receiver_client_id: z.string().min(1),
        domain: z.string().optional(),
      }),
      output: z.object({ keyPackage: base64, isFinalKey: z.boolean().default(false) }),
    }),
    createGroup: operation('createGroup', {
      method: 'PUT',
      path: '/apps/{appId}/groups',
      needs: 'groups',
      parameters: inApplication,
      body: z.object({ groupInfo: base64, ratchetTree: base64 }),
      success: [201],
    }),
    uploadProposal: operation('uploadProposal', {
      method: 'PUT',
      path: '/apps/{appId}/groups/{groupId}/proposals',
      needs: 'groups',
      parameters: ofGroup,
      body: z.object({ packet: base64 }),
      success: [201, 200],
    }),
    listProposals: operation('listProposals', {
      method: 'GET',
      path: '/apps/{appId}/groups/{groupId}/proposals',
      interfaces: ['internal', 'external'],
      needs: 'groups',
      parameters: ofGroup,
      output: messages,
    }),
    uploadCommit: operation('uploadCommit', {
      method: 'PUT',
      path: '/apps/{appId}/groups/{groupId}/epochs',
      needs: 'groups',
      parameters: ofGroup,
      body: z.object({ commitPacket: base64, groupInfo: base64.optional(), welcomePacket: base64.optional() }),
      success: [201, 200],
    }),
    controlMessages: operation('controlMessages', {
      method: 'GET',
      path: '/apps/{appId}/groups/{groupId}/control-msgs',
      interfaces: ['internal', 'external'],
      needs: 'groups',
      parameters: ofGroup,
      query: z.object({ startEpochId: uint64, endEpochId: uint64.optional() }),
      output: messages,
    }),
    welcomeMessages: operation('welcomeMessages', {
      method: 'GET',
      path: '/apps/{appId}/clients/{clientHandle}/welcome-msgs',
      interfaces: ['internal', 'external'],
      needs: 'groups',
      parameters: z.object({ appId: path.appId, clientHandle: handleSegment }),
      query: z.object({ domain: z.string().optional() }),
      output: z.object({ joinInfos: z.array(z.object({ welcome: base64, ratchetTree: base64.optional() })) }),
    }),
    groupInfo: operation('groupInfo', {
      method: 'GET',
      path: '/apps/{appId}/groups/{groupId}/group-info',
      interfaces: ['internal', 'external'],
      needs: 'groups',
      parameters: ofGroup,
      output: z.object({ groupInfos: z.array(z.object({ groupInfo: base64, ratchetTree: base64.optional() })) }),
    }),
  }
}

function entryCodec(wire: EditionWire): z.ZodType<ClientEntry, unknown> {
  const rest = { clientId: z.string(), tags: z.array(z.string()) }
  if (wire.handleMember === 'clientHandle') return z.object({ ...rest, clientHandle: wire.handle })
  const renamed = z.object({ clientId: z.string(), clientHandle: octets, tags: z.array(z.string()) })
  return z.codec(z.object({ ...rest, clientIdentity: wire.handle }), renamed, {
    decode: ({ clientIdentity, ...entry }) => ({ ...entry, clientHandle: clientIdentity }),
    encode: ({ clientHandle, ...entry }) => ({ ...entry, clientIdentity: clientHandle }),
  })
}
