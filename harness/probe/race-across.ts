// Two commits of one epoch, handed to two gateways at the same moment, and what becomes of everybody afterwards.
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import type { Evidence, Fact } from '../scenario.ts'
import { followTo, type GroupAcross, groupAcross, heldAt, invitedAt, readingFrom } from './across.ts'
import { finding, sharedState } from './finding.ts'
import { joinByWelcome } from './joining.ts'
import type { Stage } from './stage.ts'

export interface Raced extends Evidence {
  readonly raced: readonly Answer[]
  readonly facts: Race | string
  readonly here: readonly Answer[]
  readonly there: readonly Answer[]
}

export interface Race extends Record<string, Fact> {
  /** Whether the one who lost got through with a second commit, made in the winner's epoch. */
  readonly retried: boolean
  /** Of Alice, Carol, Dave and Bob in the end. */
  readonly states: readonly ReturnType<typeof sharedState>[]
}

/** How long a request is under way from one gateway to the other: longer than it takes to tell either of a commit. */
const delayMs = [20, 120] as const

/**
 * In a group of both domains and over a slow link Alice adds Dave at her gateway while Carol adds Bob at hers; who is refused
 * follows the other and tries again. Those added join with what their own gateways serve. Alice, whose gateway need not ask
 * anybody, waits so many milliseconds before she uploads. Gives the answers to the first two commits; what the clients find,
 * in words where one of them cannot go on; and what either gateway holds of the group in the end.
 */
export async function raceAcross(stage: Stage, waitsMs: number): Promise<Raced> {
  const { appServer, farServer, domain, farDomain, link } = stage
  const across = await groupAcross(stage)
  await link(domain.name, farDomain.name).disturb({ delayMs })
  await link(farDomain.name, domain.name).disturb({ delayMs })
  const { raced, facts } = await race(stage, across, waitsMs)
  const range = { groupId: across.groupId, from: 2n }
  const [here, there] = [await readingFrom(appServer, range), await readingFrom(farServer, range)]
  return { raced, facts, here, there }
}

async function race(
  stage: Stage,
  { hers, theirs }: GroupAcross,
  waitsMs: number,
): Promise<Pick<Raced, 'raced' | 'facts'>> {
  const { bob, dave, register, world } = stage
  const [bert, dan] = [await register(bob), await register(dave)]
  const [his, daves] = [await bob.keyPackage(), await dave.keyPackage()]
  const runners = [
    { ...hers, prepared: await adding(hers, daves.message) },
    { ...theirs, prepared: await adding(theirs, his.message) },
  ]
  const raced = await Promise.all(
    runners.map(async ({ client, session, prepared }) => {
      if (client === hers.client) await world.clock.pass(waitsMs)
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
