// The scripted peer of a scenario: it answers the gateway under test, shows what it was asked, and calls it in turn.
import { z } from 'zod'
import type { Answer } from '../../simulator/answer.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'
import { createScriptedPeer, type ScriptedPeer } from '../../simulator/scripted-peer.ts'
import type { Domain, World } from '../../simulator/world.ts'
import type { ApplicationConfiguration, OperationName } from '../../spec/operation.ts'
import type { Play } from '../link/network.ts'
import { isUnexpected } from '../match/forwarding.ts'
import { Unreachable } from '../unreachable.ts'
import { eventually } from './eventually.ts'
import type { StageLinks } from './links.ts'

export interface StagePeer extends Pick<ScriptedPeer, 'on' | 'use'> {
  readonly domain: string
  /** The configuration that all gateways of the application were given. */
  readonly configuration: ApplicationConfiguration
  /** Calls the external interface of the gateway under test, as this peer and for the scenario's application. */
  readonly calls: ApplicationServer
  /** The elements of a list of applications in the wire of the edition. */
  entriesOf(...configurations: readonly ApplicationConfiguration[]): readonly unknown[]
  /** What `GET /apps` of this peer lists for the application: by default what the gateway was configured with. */
  lists(...configurations: readonly ApplicationConfiguration[]): Promise<void>
  /** From now on `GET /apps` is answered by `on` and `use` like all else (world: with a peer alone, where nobody else is listed). */
  listsItself(): Promise<void>
  /** What the gateway asked so far, each with the answer it was given. */
  asked(operation?: OperationName): Promise<readonly Answer[]>
  /** The same once there are so many of an operation; fewer where they do not come within ten seconds. */
  askedFor(operation: OperationName, count?: number): Promise<readonly Answer[]>
  /** What it was asked that nobody expected. */
  unexpected(): Promise<readonly Answer[]>
}

export interface PeerContext {
  readonly world: World
  /** The gateway under test. */
  readonly domain: Domain
  readonly links: StageLinks
  readonly configuration: ApplicationConfiguration
}

/** Plays a domain for an application until the scenario ends. */
export async function playPeer(name: string, context: PeerContext): Promise<StagePeer> {
  const { world, domain, links, configuration } = context
  const appId = configuration.id
  const script = await createScriptedPeer(world.edition, name)
  const calls = domain.peerFor(name, appId)
  if (!calls) throw new Unreachable(`the gateway of ${domain.name} does not know its peer ${name}`)
  const link = links.link(domain.name, name)
  const play = (lists: Play['lists']) => links.play(name, appId, { answer: script.answer, lists })
  const entriesOf = (...configurations: readonly ApplicationConfiguration[]) => {
    const { output } = world.edition.operations.listApplications
    return output ? (z.encode(output, configurations) as unknown[]) : []
  }
  const asked = async (operation?: OperationName) => {
    const all = await link.passages()
    return all.filter((one) => operation === undefined || one.operation === operation)
  }
  await play(entriesOf(configuration))
  return {
    domain: name,
    configuration,
    on: script.on,
    use: script.use,
    calls,
    entriesOf,
    lists: (...configurations) => play(entriesOf(...configurations)),
    listsItself: () => play('itself'),
    asked,
    askedFor: (operation, count = 1) =>
      eventually(
        world.clock,
        () => asked(operation),
        (seen) => seen.filter(({ status }) => status !== undefined).length >= count,
      ),
    unexpected: async () => (await asked()).filter(isUnexpected),
  }
}
