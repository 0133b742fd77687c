// A group that two gateways share: who is in it at either side, and what a gateway holds of it once it got there.

import type { CommitOptions } from '../../mls/member.ts'
import { peekGroup } from '../../mls/message.ts'
import { MlsRejection } from '../../mls/rejection.ts'
import type { Answer } from '../../simulator/answer.ts'
import type { ApplicationServer } from '../../simulator/application-server.ts'
import type { GroupSession, PreparedCommit } from '../../simulator/group-session.ts'
import type { Person } from '../../simulator/person.ts'
import { achieved } from '../unreachable.ts'
import { catchUp } from './catch-up.ts'
import { joinByWelcome } from './joining.ts'
import type { Registered } from './registration.ts'
import type { Stage } from './stage.ts'

/** A member with the MLS state, who talks to the gateway of the own domain alone. */
export interface SeatedMember {
  readonly client: Registered
  readonly session: GroupSession
}

export interface GroupAcross {
  readonly groupId: Uint8Array
  /** Of the first domain, whose gateway orders the group. */
  readonly hers: SeatedMember
  /** Of the second domain. */
  readonly theirs: SeatedMember
}

/**
 * Alice makes a group at the first gateway and adds Carol of the second domain, who joins by what her own gateway serves;
 * the group is in epoch 1 then. Unreachable where a step is refused or nothing to join by arrives.
 */
export async function groupAcross(stage: Stage): Promise<GroupAcross> {
  const { alice, carol, register } = stage
  const [anna, cleo] = [await register(alice), await register(carol)]
  const groupId = stage.groupId('across domains')
  const session = await alice.createGroup(groupId)
  achieved(await anna.server.createGroup(await session.export()))
  const hers = { client: anna, session }
  const own = await carol.keyPackage()
  await commitVia(hers, { proposals: [{ type: 'add', keyPackage: own.message }] })
  const invited = await invitedAt(stage, cleo.server, carol)
  return { groupId, hers, theirs: { client: cleo, session: await joinByWelcome(carol, own, invited) } }
}

/**
 * Commits through the member's own gateway and moves on; unreachable where that is refused. A gateway may refuse to add a
 * client of another domain (reading A-39).
 */
export async function commitVia({ client, session }: SeatedMember, options?: CommitOptions): Promise<PreparedCommit> {
  const prepared = await session.prepare(options)
  const adds = options?.proposals?.some(({ type }) => type === 'add') === true
  achieved(
    await client.server.uploadCommit({ groupId: session.groupId, ...prepared.upload }),
    adds ? 'A-39' : undefined,
  )
  prepared.apply()
  return prepared
}

/** Proposes through the member's own gateway; unreachable where that is refused. */
export async function proposeVia(
  { client, session }: SeatedMember,
  value: Parameters<GroupSession['propose']>[0],
): Promise<Uint8Array> {
  const packet = await session.propose(value)
  achieved(await client.server.uploadProposal({ groupId: session.groupId, packet }))
  return packet
}

/** Waits until the member's own gateway has the commit that made an epoch, then processes what it serves. */
export async function followTo(
  stage: Pick<Stage, 'eventually'>,
  { client, session }: SeatedMember,
  epoch: bigint,
): Promise<'member' | 'removed'> {
  await heldAt(stage, client.server, { groupId: session.groupId, epoch })
  return catchUp(session, client.server)
}

/** The gateway's control messages around an epoch, as soon as the commit that made it is there; else the last look. */
export function heldAt(
  { eventually }: Pick<Stage, 'eventually'>,
  server: ApplicationServer,
  { groupId, epoch }: { readonly groupId: Uint8Array; readonly epoch: bigint },
): Promise<Answer<'controlMessages'>> {
  return eventually(
    () => server.controlMessages({ groupId, startEpochId: epoch - 1n }),
    ({ value }) => value?.messages.some((message) => epochMadeBy(message) >= epoch) ?? false,
  )
}

/** What a person is invited with at a gateway, as soon as it is so many invitations; else the last look. */
export function invitedAt(
  { eventually }: Pick<Stage, 'eventually'>,
  server: ApplicationServer,
  person: Pick<Person, 'handle'>,
  count = 1,
): Promise<Answer<'welcomeMessages'>> {
  return eventually(
    () => server.welcomeMessages({ clientHandle: person.handle }),
    ({ value }) => (value?.joinInfos.length ?? 0) >= count,
  )
}

/** What a gateway serves of a group: proposals, control messages sent in `from` or later, and GroupInfo, in this order. */
export async function readingFrom(
  server: ApplicationServer,
  { groupId, from }: { readonly groupId: Uint8Array; readonly from: bigint },
): Promise<Answer[]> {
  return [
    await server.listProposals({ groupId }),
    await server.controlMessages({ groupId, startEpochId: from }),
    await server.groupInfo({ groupId }),
  ]
}

/** The epoch that a commit leads to; 0 for anything else. */
function epochMadeBy(message: Uint8Array): bigint {
  try {
    const { contentType, epoch } = peekGroup(message)
    return contentType === 'commit' ? epoch + 1n : 0n
  } catch (error) {
    if (error instanceof MlsRejection) return 0n
    throw error
  }
}
