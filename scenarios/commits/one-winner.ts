// Commits for one epoch race, and one wins (CM-12).
import { sentFrom } from '../../harness/match/control-messages.ts'
import { all } from '../../harness/match/judgement.ts'
import { equal } from '../../harness/match/value.ts'
import { octets } from '../../harness/probe/finding.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import { isAccepted } from '../../simulator/answer.ts'

export default defineScenario({
  requirement: 'commits/one-winner',
  story: 'Alice, Bob, Carol and Dave commit at the same moment',
  world: oneDomain,
  async probe({ alice, bob, carol, dave, register, group }) {
    const [anna, bert] = [await register(alice), await register(bob)]
    const [cleo, dirk] = [await register(carol), await register(dave)]
    const story = await group(anna, bert, cleo, dirk)
    const prepared = await Promise.all([anna, bert, cleo, dirk].map((member) => story.session(member).prepare()))
    const committed = await Promise.all(prepared.map((one) => story.upload(one)))
    return {
      committed,
      messages: await story.controlMessages(1n),
      commits: prepared.map(({ upload }) => octets(upload.commitPacket)),
    }
  },
  judge({ committed, messages, commits }) {
    const winning = commits.filter((_, index) => committed[index] && isAccepted(committed[index]))
    return all(
      equal(winning.length, 1, 'committed, accepted'),
      equal(sentFrom(1n, messages.value?.messages), winning.slice(0, 1), 'messages sent from epoch 1 on'),
    )
  },
})
