// For the history tests only: what somebody without the group's secrets cannot tell to be wrong, each with the reason.
// Everything else that is changed in a message must be refused.

/**
 * How a message was changed: `flipped` on its way, `alone` the same without a GroupInfo beside the commit, `signed-again` by a
 * sender that lies, `exchanged` for another whole message.
 */
export type Way = 'flipped' | 'alone' | 'signed-again' | 'exchanged'

interface Uncheckable {
  readonly way: Way
  /** Field of the message, or what was exchanged. */
  readonly part: string
  /** RFC 9420 section. */
  readonly section: string
  readonly reason: string
}

const path = 'publicMessage.content.commit.path.nodes.encryptedPathSecret'

export const uncheckable: readonly Uncheckable[] = [
  {
    way: 'flipped',
    part: 'publicMessage.membershipTag',
    section: '6.2',
    reason: 'a MAC under membership_key, which only members can derive',
  },
  {
    way: 'alone',
    part: 'publicMessage.auth.confirmationTag',
    section: '8.1',
    reason:
      'a MAC under confirmation_key of the next epoch; a GroupInfo beside the commit repeats it and gives the change away',
  },
  {
    way: 'signed-again',
    part: `${path}.ciphertext`,
    section: '7.6',
    reason: 'encrypted to the private keys of members',
  },
  {
    way: 'signed-again',
    part: `${path}.kemOutput`,
    section: '7.6',
    reason: 'the encapsulation that goes with such a ciphertext; its meaning shows on decryption only',
  },
  {
    way: 'signed-again',
    part: 'publicMessage.content.commit.proposals.proposal.externalInit.kemOutput',
    section: '8.3',
    reason:
      'any public key of the suite is one; to whose key it encapsulates shows with the private half of external_pub only',
  },
  {
    way: 'flipped',
    part: 'welcome.secrets.encryptedGroupSecrets.kemOutput',
    section: '12.4.3.1',
    reason: 'read by the added client only',
  },
  {
    way: 'flipped',
    part: 'welcome.secrets.encryptedGroupSecrets.ciphertext',
    section: '12.4.3.1',
    reason: 'encrypted to the init key of the added client',
  },
  {
    way: 'flipped',
    part: 'welcome.encryptedGroupInfo',
    section: '12.4.3.1',
    reason: 'encrypted under welcome_secret, which only added clients can derive',
  },
  {
    way: 'exchanged',
    part: 'Welcome of a competing commit that adds the same key packages',
    section: '12.4.3.1',
    reason: 'names the same recipients; which commit it belongs to stands in its encrypted GroupInfo only',
  },
  {
    way: 'signed-again',
    part: 'groupInfo.extensions: external_pub',
    section: '12.4.3.2',
    reason: 'derived from external_secret; any public key of the suite looks like it',
  },
]

export function isUncheckable(way: Way | undefined, part: string | undefined): boolean {
  return uncheckable.some((entry) => entry.way === way && entry.part === part)
}
