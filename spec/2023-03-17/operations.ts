// The wire of edition 2023-03-17: it states every operation but defining, retrieving and deleting.
import { z } from 'zod'
import type { ApplicationConfiguration } from '../operation.ts'
import { operationsOf } from '../profile/operations.ts'
import { utf8 } from '../wire.ts'

const wireConfiguration = z.object({
  id: z.string(),
  identity_configuration: z.object({
    identity_provider_type: z.int().min(0).max(255),
    supports_accounts: z.boolean(),
    supports_domains: z.boolean(),
    parameters: z.record(z.string(), z.unknown()),
  }),
})

const configuration: z.ZodType<ApplicationConfiguration, unknown> = z.codec(
  wireConfiguration,
  z.custom<ApplicationConfiguration>(),
  {
    decode: ({ id, identity_configuration: identity }) => ({
      id,
      identity: {
        type: identity.identity_provider_type,
        supportsAccounts: identity.supports_accounts,
        supportsDomains: identity.supports_domains,
        parameters: identity.parameters,
      },
    }),
    encode: ({ id, identity }) => ({
      id,
      identity_configuration: {
        identity_provider_type: identity.type,
        supports_accounts: identity.supportsAccounts,
        supports_domains: identity.supportsDomains,
        parameters: identity.parameters,
      },
    }),
  },
)

export const operations = operationsOf({
  handle: utf8,
  handleMember: 'clientHandle',
  configuration,
  states: {
    listApplications: { level: 'MAY', section: 'applications' },
    registerClient: { level: 'STEP', section: 'identity-registration' },
    editClient: { level: 'MAY', section: 'identity-registration' },
    findClients: { level: 'STEP', section: 'client-discovery' },
    createKeyQueue: { level: 'MUST', section: 'key-queue-creation' },
    updateKeyQueue: { level: 'MUST', section: 'key-queue-update' },
    retrieveKeyPackage: { level: 'MUST', section: 'key-package-retrieval' },
    createGroup: { level: 'MUST', section: 'group-creation' },
    uploadProposal: { level: 'MUST', section: 'proposals' },
    listProposals: { level: 'MUST', section: 'proposals' },
    uploadCommit: { level: 'MUST', section: 'commits' },
    controlMessages: { level: 'MUST', section: 'commits' },
    welcomeMessages: { level: 'MUST', section: 'joining' },
    groupInfo: { level: 'MUST', section: 'joining' },
  },
})
