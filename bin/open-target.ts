// The target of a run: embedded reference gateways, gateways that run already, or gateways that the suite starts.
import { ConfigurationError } from '../harness/configuration-error.ts'
import { launchTarget } from '../harness/launch/launch.ts'
import { attachNetwork } from '../harness/link/attach.ts'
import type { NetworkAddress } from '../harness/link/remote.ts'
import { systemClock } from '../harness/playwright/system-clock.ts'
import { reachTarget } from '../harness/reach.ts'
import type { Note } from '../harness/report/model.ts'
import { type LaunchedTarget, loadTarget, type RunningTarget, type Wiring } from '../harness/target.ts'
import { openSockets } from '../harness/transport/socket.ts'
import { type EditionId, editionIds } from '../spec/edition.ts'
import { debugLog } from './console.ts'
import { linkTimeoutMs, startEmbedded } from './embedded.ts'
import { playedDomains } from './reference-target.ts'
import { newToken, system } from './system.ts'

/** A target that answers, and how to let go of it. */
export interface OpenTarget {
  readonly target: RunningTarget
  /** Absent where the links between the target's gateways are not ours. */
  readonly network?: NetworkAddress
  readonly editionsChosen: readonly EditionId[]
  /** Present where the gateways may remember earlier runs: part of every id and handle of this one. */
  readonly fresh?: string
  /** Path of the target's own waivers. */
  readonly waiverFile?: string
  /** What the report has to say of the start. */
  readonly notes: readonly Note[]
  close(): Promise<void>
}

/** What of the command line chooses and reaches a target. */
export interface TargetChoice {
  /** Path of the target file; absent: embedded reference gateways. */
  readonly target?: string
  readonly edition?: readonly EditionId[]
  /** How long one answer may take, in milliseconds. */
  readonly timeout: number
  readonly seed: number
}

/** Opens the target that was chosen; throws `ConfigurationError` where it cannot be read, started or reached. */
export async function openTarget(choice: TargetChoice): Promise<OpenTarget> {
  const { target: file, edition: wanted, timeout, seed } = choice
  const inOrder = (ids: readonly EditionId[]) => editionIds.filter((id) => ids.includes(id))
  if (file === undefined) {
    const editionsChosen = inOrder(wanted ?? editionIds)
    const embedded = await startEmbedded(editionsChosen, seed, debugLog)
    return { ...embedded, editionsChosen, notes: [] }
  }
  const { target, waiverFile } = await loadTarget(file)
  const stranger = wanted?.find((id) => !target.editions.includes(id))
  if (stranger) {
    const declared = target.editions.join(', ')
    throw new ConfigurationError(
      `--edition ${stranger}: ${file} declares ${declared}; choose one of these or add it there`,
    )
  }
  const editionsChosen = inOrder(wanted ?? target.editions)
  const waivers = waiverFile === undefined ? {} : { waiverFile }
  if ('launch' in target) return { ...(await launched(target, editionsChosen, seed)), ...waivers }
  const sockets = openSockets(timeout, target.tls)
  try {
    await reachTarget(target, file, sockets.channel, systemClock)
  } finally {
    await sockets.close()
  }
  if (target.wiring) return { ...(await attached(target, target.wiring, { file, editionsChosen, seed })), ...waivers }
  return { target, editionsChosen, ...remembering(), ...waivers, close: async () => {} }
}

async function launched(
  target: LaunchedTarget,
  editionsChosen: readonly EditionId[],
  seed: number,
): Promise<OpenTarget> {
  const { random } = system
  const started = await launchTarget({
    target,
    editions: editionsChosen,
    played: playedDomains,
    seed,
    clock: systemClock,
    random,
  })
  const { instances, network, tls, notes, close } = started
  const applications = instances.flatMap((instance) =>
    (instance.applications ?? []).map((application) => ({ edition: instance.edition, ...application })),
  )
  const provisioned = applications.length > 0 ? { applications } : {}
  return { target: { ...target, gateways: instances, tls, ...provisioned }, network, editionsChosen, notes, close }
}

interface Attaching {
  readonly file: string
  readonly editionsChosen: readonly EditionId[]
  readonly seed: number
}

/** Gateways that run already and send to each other through the suite. */
async function attached(
  target: RunningTarget,
  wiring: Wiring,
  { file, editionsChosen, seed }: Attaching,
): Promise<OpenTarget> {
  const sockets = openSockets(linkTimeoutMs, target.tls)
  const options = { target, wiring, file, editions: editionsChosen, clock: systemClock, seed, token: newToken() }
  const network = await attachNetwork({ ...options, reach: sockets.channel })
  const close = async () => {
    await network.close()
    await sockets.close()
  }
  return { target, network: network.address, editionsChosen, ...remembering(), close }
}

/** Gateways that were running before may know the ids and handles that a seed alone would give. */
function remembering(): Pick<OpenTarget, 'fresh' | 'notes'> {
  const text = 'The gateways were running before: ids, handles and labels were drawn afresh, not from the seed alone.'
  return { fresh: newToken(), notes: [{ code: 'fresh-names', text }] }
}
