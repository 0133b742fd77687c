// Edition 2023-03-17: the text that states most operations; handles are UTF-8 strings.
import { operations } from '../../spec/2023-03-17/operations.ts'
import { textHandle } from '../identity/handle.ts'
import type { GatewayEdition } from './edition.ts'
import { groupHandlers } from './groups.ts'
import { identityHandlers } from './identities.ts'
import { keyMaterialHandlers } from './key-material.ts'

export const edition20230317: GatewayEdition = {
  id: '2023-03-17',
  operations,
  handlers: { ...identityHandlers, ...keyMaterialHandlers, ...groupHandlers },
  handleRule: textHandle,
  x509: { rangeMember: 'device_handle_range', handle: 'account/device' },
  mayFederate: ({ identity }) => identity.supportsDomains,
  isDomainRequired: true,
}
