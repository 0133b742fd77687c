// Before a run: every interface of a target gives some HTTP answer, or the run does not begin.
import type { Clock } from '../simulator/clock.ts'
import { randomFrom } from '../simulator/random.ts'
import { createWorld } from '../simulator/world.ts'
import { editions } from '../spec/editions.ts'
import { ConfigurationError } from './configuration-error.ts'
import type { RunningTarget } from './target.ts'
import { type Channel, recorder } from './transport/recorder.ts'

/** Throws `ConfigurationError` for the first interface that does not answer; `file` is where its address comes from. */
export async function reachTarget(target: RunningTarget, file: string, channel: Channel, clock: Clock): Promise<void> {
  for (const [index, gateway] of target.gateways.entries()) {
    const edition = editions[gateway.edition]
    const transport = recorder(channel, () => 0)
    const world = createWorld({
      edition,
      instances: [gateway],
      transport,
      random: randomFrom('reach'),
      clock,
      cipherSuite: 1,
    })
    const domain = world.domains[0]
    for (const side of ['internal', 'external'] as const) {
      const answer = await domain?.stranger(side).send({ target: '/healthz' })
      if (!domain || answer?.status !== undefined) continue
      const why = answer?.exchange.noAnswer ?? 'no answer'
      throw new ConfigurationError(
        `${file}: gateways[${index}].${side}: expected an HTTP answer from ${domain[side].url}, got none (${why}); start the gateway or correct the address`,
      )
    }
  }
}
