// Epochs are whole numbers of 64 bits, written in decimal (CT-06).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'control-messages/epochs-in-full',
  story: 'Epochs that a double cannot tell apart, the largest one, one too large, and things that are no such number',
  world: oneDomain,
  async probe({ appServer, alice, register, group }) {
    const { groupId } = await group(await register(alice))
    const asking = (startEpochId: string, endEpochId: string) =>
      appServer.controlMessages({ groupId, startEpochId: 0n }, (request) => {
        const query = new URLSearchParams({ startEpochId, endEpochId })
        return { ...request, target: `${request.target.split('?')[0]}?${query}` }
      })
    const large = await asking('9007199254740992', '9007199254740993')
    const largest = await asking('18446744073709551615', '18446744073709551615')
    const attempts = [
      await asking('9007199254740993', '9007199254740992'),
      await asking('0', '18446744073709551616'),
      await asking('-1', '1'),
      await asking('0', '1e3'),
      await asking('0', '0x1'),
      await asking('0', '1.0'),
      await asking('', '1'),
    ]
    return { large, largest, attempts, twin: await asking('0', '0') }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ large, largest, attempts }) => all(accepted(large), accepted(largest), each(attempts, refused)),
})
