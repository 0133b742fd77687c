// Edition 2023-03-08: the text that states identities alone, the rest borrowed; handles are octets in Base64.
import { operations } from '../../spec/2023-03-08/operations.ts'
import { octetHandle } from '../identity/handle.ts'
import type { GatewayEdition } from './edition.ts'
import { groupHandlers } from './groups.ts'
import { identityHandlers } from './identities.ts'
import { keyMaterialHandlers } from './key-material.ts'

export const edition20230308: GatewayEdition = {
  id: '2023-03-08',
  operations,
  handlers: { ...identityHandlers, ...keyMaterialHandlers, ...groupHandlers },
  handleRule: octetHandle,
  x509: { rangeMember: 'client_handle_range', handle: 'device' },
  mayFederate: () => true,
  isDomainRequired: false,
}
