// What a worker of the runner works with: the scenarios, connections to the target, and the plan they serve.
import { editions } from '../../spec/editions.ts'
import { execute } from '../execute.ts'
import { remoteNetwork } from '../link/remote.ts'
import { loadScenario } from '../load.ts'
import type { StoredResult } from '../report/model.ts'
import { redactor } from '../report/redact.ts'
import { storeResult } from '../report/store.ts'
import { tokensOf } from '../target.ts'
import { impatient } from '../transport/recorder.ts'
import { openSockets } from '../transport/socket.ts'
import type { Plan, PlannedCheck } from './plan.ts'
import { systemClock } from './system-clock.ts'

export interface Worker {
  /** Begins checks that will be asked for later; those that have begun already go on. */
  begin(checks: readonly PlannedCheck[]): void
  /** Runs a check of the plan, or waits for its end where it has begun, and gives its result as the report keeps it. */
  run(check: PlannedCheck): Promise<StoredResult>
  close(): Promise<void>
}

export function openWorker({ target, network: links, seed, fresh, timeoutMs, reproduceWith }: Plan): Worker {
  const redact = redactor(tokensOf(target))
  const sockets = openSockets(timeoutMs, target.tls)
  const channel = impatient(sockets.channel)
  const network = links && remoteNetwork(links, sockets.channel)
  const begun = new Map<PlannedCheck, Promise<StoredResult>>()
  const told = async ({ edition: id, scenario }: PlannedCheck): Promise<StoredResult> => {
    const loaded = await loadScenario(scenario)
    const edition = editions[id]
    const result = await execute(loaded, { edition, target, channel, seed, fresh, clock: systemClock, network })
    const { text = '' } = edition.requirements.find((requirement) => requirement.id === result.requirement) ?? {}
    const reproducible = { ...result, reproduce: result.reproduce + reproduceWith }
    return storeResult(reproducible, { text, story: loaded.scenario.story }, redact)
  }
  return {
    begin(checks) {
      for (const check of checks) {
        if (begun.has(check)) continue
        const result = told(check)
        begun.set(check, result)
        // A defect is the test's that asks for this check, not of whichever test runs when it shows.
        result.catch(() => {})
      }
    },
    run: (check) => begun.get(check) ?? told(check),
    close: () => sockets.close(),
  }
}
