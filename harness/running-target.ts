// A target that runs: what it says of itself, and where its gateways listen.
import type { Capability } from '../spec/capability.ts'
import type { EditionId } from '../spec/edition.ts'
import type { ApplicationConfiguration } from '../spec/operation.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'

/** An application that was provisioned for the suite, where it may not define its own. */
export interface ProvidedApplication {
  readonly id: string
  readonly configuration: ApplicationConfiguration
  readonly applicationServers: readonly string[]
  readonly federatesWith: readonly string[]
}

export interface RunningTarget {
  readonly name: string
  readonly version: string
  readonly editions: readonly EditionId[]
  /** What is not declared is not judged. */
  readonly capabilities: readonly Capability[]
  /** RFC 9420 code points; the suite uses the first. */
  readonly cipherSuites: readonly number[]
  /** What the gateway says of its own limits: octets, members, …, by the name of the limit. */
  readonly limits: Readonly<Record<string, number>>
  readonly dialect: { readonly authentication?: 'none' | undefined }
  /** One instance for each gateway process; worlds of one domain use the first of their edition. */
  readonly gateways: readonly InstanceFile[]
  readonly applications?: readonly ProvidedApplication[]
}
