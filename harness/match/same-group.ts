// Demands on what two gateways hold of one group: the same, each message once.
import { peekGroup } from '../../mls/message.ts'
import { MlsRejection } from '../../mls/rejection.ts'
import type { Answer } from '../../simulator/answer.ts'
import { accepted, acceptedWith } from './answer.ts'
import { all, type Judgement, met } from './judgement.ts'
import { equal, plain, sameMembers } from './value.ts'

/**
 * Two gateways gave the same of a group, reading by reading: messages as often as each other, in any order but for the
 * commits among them; of GroupInfo and tree only where both serve one.
 */
export function heldAlike(here: readonly Answer[], there: readonly Answer[]): Judgement {
  return all(...here.map((answer, index) => gaveAlike(answer, there[index])))
}

function gaveAlike(here: Answer, there: Answer | undefined): Judgement {
  if (there === undefined) throw new Error(`nothing was read in the place of ${here.exchange.id}`)
  const served = here.value
  if (served === undefined) return all(accepted(here), accepted(there))
  return acceptedWith(there, (value) => {
    const at = there.exchange.id
    if ('messages' in served && 'messages' in value) {
      const commits = [value, served].map(({ messages }) => commitsIn(messages))
      return all(
        sameMembers(value.messages, served.messages, `${at}.messages`),
        equal(commits[0], commits[1], `${at}.messages, the commits`),
      )
    }
    if ('groupInfos' in served && 'groupInfos' in value) {
      const isAtBoth = value.groupInfos.length > 0 && served.groupInfos.length > 0
      return isAtBoth ? equal(value.groupInfos, served.groupInfos, `${at}.groupInfos`) : met
    }
    return equal(value, served, `${at}.body`)
  })
}

/** The commits among messages, as Base64, in the order given. */
function commitsIn(messages: readonly Uint8Array[]): string[] {
  return messages.filter(isCommit).map((message) => String(plain(message)))
}

function isCommit(message: Uint8Array): boolean {
  try {
    return peekGroup(message).contentType === 'commit'
  } catch (error) {
    if (error instanceof MlsRejection) return false
    throw error
  }
}
