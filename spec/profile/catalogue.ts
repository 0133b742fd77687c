// All behaviours, and how what an edition states of them becomes that edition's list of requirements.
import type { EditionId } from '../edition-id.ts'
import type { Behaviour, Requirement, RequirementId, Statement, Statements } from '../requirement.ts'
import { clientRegistration } from './requirements/client-registration.ts'
import { keyQueue } from './requirements/key-queue.ts'

export const behaviours: readonly Behaviour[] = [...clientRegistration, ...keyQueue]

/**
 * The requirements of an edition, sorted by id: what it states at the level it states it, every other behaviour that
 * exists in it at level PROFILE. Throws where a statement is of a behaviour that the edition does not have.
 */
export function requirementsOf(edition: EditionId, statements: Statements): readonly Requirement[] {
  const existing = behaviours.filter(({ editions }) => editions === undefined || editions.includes(edition))
  const ids = new Set<string>(existing.map(({ id }) => id))
  const stray = Object.keys(statements).filter((id) => !ids.has(id))
  if (stray.length > 0) throw new Error(`edition ${edition} states what no behaviour describes: ${stray.join(', ')}`)
  return existing.map((behaviour) => requirement(behaviour, statementOf(statements, behaviour.id))).sort(byId)
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
