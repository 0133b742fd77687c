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
  /** Runs a check of the plan and gives its result as the report keeps it. */
  run(check: PlannedCheck): Promise<StoredResult>
  /** The same, where the first call begins all checks of the group. */
  runTogether(check: PlannedCheck, group: readonly PlannedCheck[]): Promise<StoredResult>
  close(): Promise<void>
}

export function openWorker({ target, network: links, seed, fresh, timeoutMs, reproduceWith }: Plan): Worker {
  const redact = redactor(tokensOf(target))
  const sockets = openSockets(timeoutMs, target.tls)
  const channel = impatient(sockets.channel)
  const network = links && remoteNetwork(links, sockets.channel)
  const begun = new Map<PlannedCheck, Promise<StoredResult>>()
  const worker: Worker = {
    async run({ edition: id, scenario }) {
      const loaded = await loadScenario(scenario)
      const edition = editions[id]
      const result = await execute(loaded, { edition, target, channel, seed, fresh, clock: systemClock, network })
      const { text = '' } = edition.requirements.find((requirement) => requirement.id === result.requirement) ?? {}
      const told = { ...result, reproduce: result.reproduce + reproduceWith }
      return storeResult(told, { text, story: loaded.scenario.story }, redact)
    },
    runTogether(check, group) {
      for (const one of group) if (!begun.has(one)) begun.set(one, worker.run(one))
      return begun.get(check) ?? worker.run(check)
    },
    close: () => sockets.close(),
  }
  return worker
}
