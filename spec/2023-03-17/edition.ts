// Edition 2023-03-17: the last public text, which adds key queues, groups and joining.
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
import { commits } from './requirements/commits.ts'
import { controlMessages } from './requirements/control-messages.ts'
import { federation } from './requirements/federation.ts'
import { gatewayAccess } from './requirements/gateway-access.ts'
import { gatewayOverview } from './requirements/gateway-overview.ts'
import { groupCreation } from './requirements/group-creation.ts'
import { groupState } from './requirements/group-state.ts'
import { http } from './requirements/http.ts'
import { identityProvider } from './requirements/identity-provider.ts'
import { joining } from './requirements/joining.ts'
import { keyPackageRetrieval } from './requirements/key-package-retrieval.ts'
import { keyPackageValidation } from './requirements/key-package-validation.ts'
import { keyQueue } from './requirements/key-queue.ts'
import { keyQueueAdvancing } from './requirements/key-queue-advancing.ts'
import { mls } from './requirements/mls.ts'
import { proposals } from './requirements/proposals.ts'
import { x509IdentityProvider } from './requirements/x509-identity-provider.ts'

export const edition: Edition = {
  id: '2023-03-17',
  title: 'MIMI back-end architecture, text of 17 March 2023',
  operations,
  notRequired,
  requirements: requirementsOf('2023-03-17', {
    ...declaredCapabilities,
    ...applications,
    ...basicIdentityProvider,
    ...clientDiscovery,
    ...clientEditing,
    ...clientRegistration,
    ...clientRetrieval,
    ...commits,
    ...controlMessages,
    ...federation,
    ...gatewayAccess,
    ...gatewayOverview,
    ...groupCreation,
    ...groupState,
    ...http,
    ...identityProvider,
    ...joining,
    ...keyPackageRetrieval,
    ...keyPackageValidation,
    ...keyQueue,
    ...keyQueueAdvancing,
    ...mls,
    ...proposals,
    ...x509IdentityProvider,
  }),
}
