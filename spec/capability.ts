// What a gateway may declare that it offers; a requirement that needs an undeclared one is not applicable.

export const capabilities = [
  'define-application',
  'list-applications',
  'edit-client',
  'retrieve-client',
  'delete-client',
  'key-queues',
  'delete-queue',
  'relabel-queue',
  'final-keys',
  'groups',
  'external-commits',
  'external-senders',
  'basic',
  'x509',
  'accounts',
  'federation',
] as const

export type Capability = (typeof capabilities)[number]

/** Id of the requirement that a declared capability is there at all. */
export function claimOf(capability: Capability): `capability/${Capability}` {
  return `capability/${capability}`
}
