// Reference gateways on real ports, in this process: the target of a run that names none, and what `serve` serves.
import type { RunningTarget } from '../harness/target.ts'
import { listen } from '../reference/http/listen.ts'
import type { Log } from '../reference/log.ts'
import type { EditionId } from '../spec/edition.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { suite } from './package.ts'
import { referenceGateway, referenceInstance, referenceTarget } from './reference-target.ts'
import { system } from './system.ts'

export interface Served {
  /** The instance with the ports it really has. */
  readonly instance: InstanceFile
  close(): Promise<void>
}

/** Puts a reference gateway on its ports; rejects with one line where a port cannot be had. */
export async function serveInstance(instance: InstanceFile, log: Log): Promise<Served> {
  const gateway = referenceGateway(instance, { ...system, log })
  const listening = await listen(gateway, { internal: instance.internal, external: instance.external })
  const internal = { ...instance.internal, port: Number(new URL(listening.internal).port) }
  const external = { ...instance.external, port: Number(new URL(listening.external).port) }
  return { instance: { ...instance, internal, external }, close: () => listening.close() }
}

export interface Embedded {
  readonly target: RunningTarget
  close(): Promise<void>
}

/** Starts a reference gateway for each of these editions. */
export async function startEmbedded(editions: readonly EditionId[], log: Log): Promise<Embedded> {
  const served = await Promise.all(
    editions.map((edition) => serveInstance(referenceInstance(edition, system.random), log)),
  )
  return {
    target: referenceTarget(
      served.map(({ instance }) => instance),
      suite.version,
    ),
    close: async () => {
      await Promise.all(served.map((one) => one.close()))
    },
  }
}
