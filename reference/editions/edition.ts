// What an edition gives the gateway: its wire, the handles that wire can carry, and a binding for every operation.
import type { EditionId } from '../../spec/edition.ts'
import type { ApplicationConfiguration, Operations } from '../../spec/operation.ts'
import type { HandleRule } from '../identity/handle.ts'
import type { X509Form } from '../identity/x509.ts'
import type { Handlers } from '../parts.ts'

export interface GatewayEdition {
  readonly id: EditionId
  readonly operations: Operations
  readonly handlers: Handlers
  /** Takes the longest handle in bytes. */
  readonly handleRule: (longest: number) => HandleRule
  readonly x509: X509Form
  /** Whether an application with this configuration can federate (wire profile, section 6). */
  readonly mayFederate: (configuration: ApplicationConfiguration) => boolean
  /** Whether a caller of a federating application has to say which domain it asks about. */
  readonly isDomainRequired: boolean
}
