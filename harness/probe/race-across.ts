// Two commits of one epoch, handed to two gateways at the same moment, and what becomes of everybody afterwards.
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import type { Fact } from '../scenario.ts'
import { followTo, type GroupAcross, heldAt, invitedAt } from './across.ts'
import { finding, sharedState } from './finding.ts'
import { joinByWelcome } from './joining.ts'
import type { Stage } from './stage.ts'

export interface Race extends Record<string, Fact> {
  /** Whether the one who lost got through with a second commit, made in the winner's epoch. */
  readonly retried: boolean
  /** Of Alice, Carol, Dave and Bob in the end. */
  readonly states: readonly ReturnType<typeof sharedState>[]
}

/** The two start at the same moment but for less than this: the one that orders the group need not ask anybody. */
const slackMs = 120

/**
 * Alice adds Dave at her gateway while Carol adds Bob at hers; who is refused follows the other and tries again. Those added
 * join with what their own gateways serve. Gives the answers to the first two commits, and what the clients find: in words
 * where one of them cannot go on.
 */
export async function raceAcross(
  stage: Stage,
  { hers, theirs }: GroupAcross,
): Promise<{ raced: readonly Answer[]; facts: Race | string }> {
  const { bob, dave, register, world } = stage
  const [bert, dan] = [await register(bob), await register(dave)]
  const [his, daves] = [await bob.keyPackage(), await dave.keyPackage()]
  const runners = [
    { ...hers, prepared: await adding(hers, daves.message) },
    { ...theirs, prepared: await adding(theirs, his.message) },
  ]
  const headStarts = world.random.branch('race')
  const raced = await Promise.all(
    runners.map(async ({ client, session, prepared }) => {
      await world.clock.pass(headStarts.below(slackMs))
      return client.server.uploadCommit({ groupId: session.groupId, ...prepared.upload })
    }),
  )
  for (const [index, { prepared }] of runners.entries()) if (hasWon(raced[index])) prepared.apply()
  const facts = await finding(async () => {
    const [loser, late] = hasWon(raced[0]) ? [theirs, his] : [hers, daves]
    await followTo(stage, loser, 2n)
    const again = await adding(loser, late.message)
    const { groupId } = loser.session
    const retried = isAccepted(await loser.client.server.uploadCommit({ groupId, ...again.upload }))
    if (retried) again.apply()
    const joined = [
      { client: dan, session: await joinByWelcome(dave, daves, await invitedAt(stage, dan.server, dave)) },
      { client: bert, session: await joinByWelcome(bob, his, await invitedAt(stage, bert.server, bob)) },
    ]
    const everybody = [hers, theirs, ...joined]
    for (const one of everybody) await followTo(stage, one, 3n)
    for (const { client } of everybody) await heldAt(stage, client.server, { groupId, epoch: 3n })
    return { retried, states: everybody.map(({ session }) => sharedState(session)) }
  })
  return { raced, facts }
}

function adding({ session }: GroupAcross['hers'], keyPackage: Uint8Array) {
  return session.prepare({ proposals: [{ type: 'add', keyPackage }] })
}

function hasWon(answer: Answer | undefined): boolean {
  return answer !== undefined && isAccepted(answer)
}
