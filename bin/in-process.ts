// Runs scenarios in this process, against handlers at a gateway's seam, in virtual time and from one seed.
import type { Execution } from '../harness/execute.ts'
import { type GatewayHandlers, inProcess } from '../harness/transport/in-process.ts'
import { impatient } from '../harness/transport/recorder.ts'
import type { Parts } from '../reference/gateway.ts'
import type { Clock } from '../simulator/clock.ts'
import { randomFrom } from '../simulator/random.ts'
import type { EditionId } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'
import type { InstanceFile } from '../spec/profile/instance.ts'
import { suite } from './package.ts'
import { referenceGateway, referenceInstance, referenceTarget } from './reference-target.ts'

/** 1 January 2027, 00:00 UTC: where virtual time begins. */
const epochMs = 1_798_761_600_000
/** A gateway of our own that is silent this long stays silent. */
const patienceMs = 2_000

export const inProcessSeed = 1

export interface InProcess {
  readonly instance: InstanceFile
  readonly execution: Execution
}

/** What `execute` needs to run against the reference gateway, altered where it shall be a faulty one. */
export function againstReference(edition: EditionId, alter?: (parts: Parts) => Parts): InProcess {
  return against(edition, (instance, clock) => {
    const random = randomFrom(`reference/${edition}`)
    return referenceGateway(instance, {
      clock,
      random: (length) => random.bytes(length),
      ids: () => random.uuid(),
      log: () => {},
      ...(alter && { alter }),
    })
  })
}

/** The same against handlers that are no reference gateway. */
export function against(
  edition: EditionId,
  make: (instance: InstanceFile, clock: Clock) => GatewayHandlers,
): InProcess {
  const tokens = randomFrom(`tokens/${edition}`)
  const instance = referenceInstance(edition, (length) => tokens.bytes(length))
  const clock = virtualClock()
  const handlers = make(instance, clock)
  const channel = impatient(inProcess(new Map(instance.domains.map((name) => [name, handlers])), patience))
  const target = referenceTarget([instance], suite.version)
  return { instance, execution: { edition: editions[edition], target, channel, seed: inProcessSeed, clock } }
}

function virtualClock(): Clock {
  let now = epochMs
  return {
    now: () => now,
    pass: async (ms) => {
      now += ms
    },
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patienceMs).unref()
  })
}
