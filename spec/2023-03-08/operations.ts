// The wire of edition 2023-03-08: it states registration, editing and discovery; the rest is borrowed.
import { z } from 'zod'
import type { ApplicationConfiguration } from '../operation.ts'
import { operationsOf } from '../profile/operations.ts'
import { base64 } from '../wire.ts'

const wireConfiguration = z.object({
  id: z.string(),
  identity_configuration: z.object({
    type: z.int().min(0).max(65535),
    parameters: z.record(z.string(), z.unknown()),
  }),
})

/** This edition has no flags: accounts and domains are there when their offsets are. */
const configuration: z.ZodType<ApplicationConfiguration, unknown> = z.codec(
  wireConfiguration,
  z.custom<ApplicationConfiguration>(),
  {
    decode: ({ id, identity_configuration: { type, parameters } }) => ({
      id,
      identity: {
        type,
        supportsAccounts: 'account_handle_offset' in parameters,
        supportsDomains: 'domain_name_offset' in parameters,
        parameters,
      },
    }),
    encode: ({ id, identity }) => ({
      id,
      identity_configuration: { type: identity.type, parameters: identity.parameters },
    }),
  },
)

export const operations = operationsOf({
  handle: base64,
  handleMember: 'clientIdentity',
  configuration,
  states: {
    registerClient: { level: 'STEP', section: 'identity-registration' },
    editClient: { level: 'MAY', section: 'identity-registration' },
    findClients: { level: 'STEP', section: 'client-discovery' },
  },
})
