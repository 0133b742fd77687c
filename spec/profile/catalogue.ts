// All behaviours, and how what an edition states of them becomes that edition's list of requirements.
import type { EditionId } from '../edition-id.ts'
import type { Behaviour, Requirement, RequirementId, Statement, Statements } from '../requirement.ts'
import { applications } from './requirements/applications.ts'
import { basicIdentityProvider } from './requirements/basic-identity-provider.ts'
import { capabilityChecks } from './requirements/capability.ts'
import { clientDeletion } from './requirements/client-deletion.ts'
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
import { limits } from './requirements/limits.ts'
import { mls } from './requirements/mls.ts'
import { proposals } from './requirements/proposals.ts'
import { x509IdentityProvider } from './requirements/x509-identity-provider.ts'

export const behaviours: readonly Behaviour[] = [
  ...applications,
  ...basicIdentityProvider,
  ...capabilityChecks,
  ...clientDeletion,
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
  ...limits,
  ...mls,
  ...proposals,
  ...x509IdentityProvider,
]

/**
 * The requirements of an edition, sorted by id: what it states at the level it states it, every other behaviour that
 * exists in it at level PROFILE. Throws where a statement is of a behaviour that the edition does not have.
 */
export function requirementsOf(edition: EditionId, statements: Statements): readonly Requirement[] {
  const existing = behaviours.filter(({ editions }) => editions === undefined || editions.includes(edition))
  const ids = new Set<string>(existing.map(({ id }) => id))
  const stray = Object.keys(statements).filter((id) => !ids.has(id))
  if (stray.length > 0) throw new Error(`edition ${edition} states what no behaviour describes: ${stray.join(', ')}`)
  return existing
    .map((behaviour) => requirement(seenIn(edition, behaviour), statementOf(statements, behaviour.id)))
    .sort(byId)
}

/** The behaviour as it can be observed in an edition. */
function seenIn(edition: EditionId, { unseen, ...behaviour }: Behaviour): Behaviour {
  const why = unseen?.[edition]
  return why === undefined ? behaviour : { ...behaviour, observable: 'none', why }
}

function requirement(behaviour: Behaviour, statement: Statement | undefined): Requirement {
  if (statement === undefined) return { ...behaviour, level: 'PROFILE', section: behaviour.source ?? 'profile' }
  const readings = new Set([...(behaviour.readings ?? []), ...(statement.readings ?? [])])
  return { ...behaviour, ...statement, ...(readings.size > 0 && { readings: [...readings] }) }
}

function statementOf(statements: Statements, id: RequirementId): Statement | undefined {
  return statements[id]
}

function byId(a: Requirement, b: Requirement): number {
  return a.id < b.id ? -1 : 1
}
