// A group that goes through three commits with a proposal each, for those who ask what happened when.
import { octets } from './finding.ts'
import type { GroupStory } from './group.ts'
import type { Registered } from './registration.ts'

/**
 * Three times `other` proposes an update and `committer` commits it. Gives the control messages sent in each epoch, from
 * the one the group was in, as Base64, the commit last; unreachable where the gateway refuses.
 */
export async function evolve(story: GroupStory, committer: Registered, other: Registered): Promise<string[][]> {
  const epochs: string[][] = []
  while (epochs.length < 3) {
    const proposal = await story.propose(other, { type: 'update' })
    const { upload } = await story.commit(committer)
    epochs.push([proposal, upload.commitPacket].map(octets))
  }
  return epochs
}
