// Joining a group with nothing but what the gateway serves: by welcome, or from outside by GroupInfo.
import type { OwnKeyPackage } from '../../mls/key-package.ts'
import { MlsRejection } from '../../mls/rejection.ts'
import type { Answer } from '../../simulator/answer.ts'
import type { GroupSession, PreparedCommit } from '../../simulator/group-session.ts'
import type { Person } from '../../simulator/person.ts'
import { reached } from '../unreachable.ts'

/** Joins by the one of these invitations that fits the key package and its tree; `MlsRejection` where none does. */
export async function joinByWelcome(
  person: Person,
  own: OwnKeyPackage,
  invited: Answer<'welcomeMessages'>,
): Promise<GroupSession> {
  const nothing = 'expected an invitation; found none'
  let rejection = new MlsRejection('invalid-welcome', { row: 'member', section: '9420 section 12.4.3.1' }, nothing)
  for (const { welcome, ratchetTree } of invited.value?.joinInfos ?? []) {
    try {
      return await person.join(own, { welcome, ...(ratchetTree && { ratchetTree }) })
    } catch (error) {
      if (!(error instanceof MlsRejection)) throw error
      rejection = error
    }
  }
  throw rejection
}

/** Prepares to join from outside; unreachable where the gateway serves no GroupInfo. */
export async function joinByGroupInfo(
  person: Person,
  served: Answer<'groupInfo'>,
  options?: Parameters<Person['joinByGroupInfo']>[1],
): Promise<{ session: GroupSession; prepared: PreparedCommit }> {
  const [entry] = reached(served).groupInfos
  const { groupInfo = new Uint8Array(), ratchetTree } = entry ?? {}
  return person.joinByGroupInfo({ groupInfo, ...(ratchetTree && { ratchetTree }) }, options)
}
