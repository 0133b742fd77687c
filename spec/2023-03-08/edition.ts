// Edition 2023-03-08: the baseline, which specifies identities and applications and only names the rest.
import type { Edition } from '../edition.ts'
import { requirementsOf } from '../profile/catalogue.ts'
import { declaredCapabilities } from '../profile/requirements/capability.ts'
import { notRequired } from './not-required.ts'
import { operations } from './operations.ts'
import { applications } from './requirements/applications.ts'
import { basicIdentityProvider } from './requirements/basic-identity-provider.ts'
import { clientDiscovery } from './requirements/client-discovery.ts'
import { clientEditing } from './requirements/client-editing.ts'
import { clientRegistration } from './requirements/client-registration.ts'
import { clientRetrieval } from './requirements/client-retrieval.ts'
import { gatewayAccess } from './requirements/gateway-access.ts'
import { gatewayOverview } from './requirements/gateway-overview.ts'
import { identityProvider } from './requirements/identity-provider.ts'
import { x509IdentityProvider } from './requirements/x509-identity-provider.ts'

export const edition: Edition = {
  id: '2023-03-08',
  title: 'MIMI back-end architecture, text of 8 March 2023',
  operations,
  notRequired,
  requirements: requirementsOf('2023-03-08', {
    ...declaredCapabilities,
    ...applications,
    ...basicIdentityProvider,
    ...clientDiscovery,
    ...clientEditing,
    ...clientRegistration,
    ...clientRetrieval,
    ...gatewayAccess,
    ...gatewayOverview,
    ...identityProvider,
    ...x509IdentityProvider,
  }),
}
