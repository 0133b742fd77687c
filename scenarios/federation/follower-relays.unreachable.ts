// A gateway that cannot ask the one that orders the group takes nothing upon itself.
import { accepted, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { heldAlike } from '../../harness/match/same-group.ts'
import { groupAcross, readingFrom } from '../../harness/probe/across.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { twoDomains } from '../../harness/world-plan.ts'

export default defineScenario({
  requirement: 'federation/follower-relays',
  story:
    'Carol proposes and commits at her gateway while it cannot reach that of the other domain, then again when it can',
  world: twoDomains,
  async probe(stage) {
    const { appServer, farServer, domain, farDomain, link } = stage
    const { groupId, theirs } = await groupAcross(stage)
    const range = { groupId, from: 1n }
    const readBoth = async () => [...(await readingFrom(appServer, range)), ...(await readingFrom(farServer, range))]
    const { upload } = await theirs.session.prepare()
    const packet = await theirs.session.propose({ type: 'update' })

    const toOrderer = link(farDomain.name, domain.name)
    await toOrderer.cut()
    const before = await readBoth()
    const proposal = await farServer.uploadProposal({ groupId, packet })
    const commit = await farServer.uploadCommit({ groupId, ...upload })
    const after = await readBoth()
    await toOrderer.heal()
    const proposalAgain = await farServer.uploadProposal({ groupId, packet })
    const commitAgain = await farServer.uploadCommit({ groupId, ...upload })
    const [here, there] = [await readingFrom(appServer, range), await readingFrom(farServer, range)]
    return { proposal, commit, before, after, proposalAgain, commitAgain, here, there }
  },
  controls: ({ proposalAgain, commitAgain }) => all(...[proposalAgain, commitAgain].map(accepted)),
  judge: ({ proposal, commit, before, after, here, there }) =>
    all(...[proposal, commit].map(refused), allUnchanged(before, after), heldAlike(here, there)),
})
