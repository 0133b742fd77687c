// Objects that are refused in a room: the stories of rules that need a group with a past, given the flaws and their twins.
import { forgeGroup, type GroupFlaw } from '../../mls/forge.ts'
import type { GroupExport } from '../../mls/member.ts'
import type { GroupSession } from '../../simulator/group-session.ts'
import { readGroup } from '../probe/group-reading.ts'
import type { Stage } from '../probe/stage.ts'
import { defineScenario, type Scenario } from '../scenario.ts'
import { oneDomain, withPeer } from '../world-plan.ts'
import { forwardedRoom, groupInfoTrial, localRoom, type Room, type RoomPlan, type SentCommit } from './room.ts'
import { type Trial, type TrialEvidence, trialDemands, tryEach } from './trials.ts'

/** What every scenario of refusals says of itself. */
interface Telling extends Pick<Scenario, 'requirement' | 'story' | 'needs' | 'editions' | 'tolerates'> {
  /** Members beside the creator; default 2. */
  readonly others?: RoomPlan['others']
}

interface RoomTelling<Sent> extends Telling {
  readonly supports?: RoomPlan['supports']
  trials(room: Room): Promise<readonly Trial<Sent>[]> | readonly Trial<Sent>[]
}

type OpenRoom = (stage: Stage, plan: RoomPlan) => Promise<Room>

/** Commits, by members or from outside, that the gateway of the group is given by an application server. */
export function refusedCommits(telling: RoomTelling<SentCommit>): Scenario {
  return inRoom(telling, localRoom, async (room, trials) =>
    tryEach(
      {
        read: () => readGroup(room.stage.appServer, room.story.groupId),
        send: ({ upload }) => room.creator.server.uploadCommit({ groupId: room.story.groupId, ...upload }),
        follow: async (sent) => sent.follow?.(),
      },
      trials,
    ),
  )
}

interface GroupInfoTelling extends Telling {
  readonly flaws: Readonly<Record<string, GroupFlaw>>
}

/** GroupInfos that come with a commit of Alice, who has a group with Bob. */
export function refusedGroupInfos({ flaws, ...telling }: GroupInfoTelling): Scenario {
  return refusedCommits({
    others: 1,
    ...telling,
    trials: (room) => Object.entries(flaws).map(([name, flaw]) => groupInfoTrial(room, name, flaw)),
  })
}

/** Commits that the gateway which orders the group, played by the suite, forwards. */
export function refusedForwardedCommits(telling: RoomTelling<SentCommit>): Scenario {
  return {
    ...inRoom(telling, forwardedRoom, async (room, trials) =>
      tryEach(
        {
          read: () => readGroup(room.stage.appServer, room.story.groupId),
          send: ({ upload }) => room.stage.peer.calls.uploadCommit({ groupId: room.story.groupId, ...upload }),
          follow: async (sent) => sent.follow?.(),
        },
        trials,
      ),
    ),
    world: withPeer,
  }
}

/** Proposals on their own; a twin stays in the epoch. */
export function refusedProposals(telling: RoomTelling<Uint8Array>): Scenario {
  return inRoom(telling, localRoom, async ({ stage, story, creator }, trials) =>
    tryEach(
      {
        read: () => readGroup(stage.appServer, story.groupId),
        send: (packet) => creator.server.uploadProposal({ groupId: story.groupId, packet }),
      },
      trials,
    ),
  )
}

/** Proposals on their own that the gateway which orders the group, played by the suite, forwards. */
export function refusedForwardedProposals(telling: RoomTelling<Uint8Array>): Scenario {
  return {
    ...inRoom(telling, forwardedRoom, async ({ stage, story }, trials) =>
      tryEach(
        {
          read: () => readGroup(stage.appServer, story.groupId),
          send: (packet) => stage.peer.calls.uploadProposal({ groupId: story.groupId, packet }),
        },
        trials,
      ),
    ),
    world: withPeer,
  }
}

function inRoom<Sent>(
  { requirement, story, needs, editions, tolerates, others = 2, supports, trials }: RoomTelling<Sent>,
  open: OpenRoom,
  run: (room: Room, trials: readonly Trial<Sent>[]) => Promise<TrialEvidence>,
): Scenario {
  return defineScenario<TrialEvidence>({
    requirement,
    story,
    world: oneDomain,
    ...(needs && { needs }),
    ...(editions && { editions }),
    ...(tolerates && { tolerates }),
    async probe(stage) {
      const room = await open(stage, { others, supports })
      return run(room, await trials(room))
    },
    ...trialDemands,
  })
}

/** A group that Alice is about to create, right in everything, and whoever else is wanted. */
interface Beginning {
  readonly stage: Stage
  readonly session: GroupSession
}

interface CreationTelling extends Telling {
  /** Extensions and capabilities of the groups; none by default. */
  begin?(stage: Stage, id: Uint8Array): Promise<GroupSession>
  readonly flaws: Readonly<Record<string, GroupFlaw | ((beginning: Beginning) => Promise<GroupExport>)>>
}

/** Groups that Alice's application server creates, each under an id of its own: with the flaw, and without it. */
export function refusedCreations({ requirement, story, needs, begin, flaws }: CreationTelling): Scenario {
  return defineScenario<TrialEvidence>({
    requirement,
    story,
    world: oneDomain,
    ...(needs && { needs }),
    async probe(stage) {
      await stage.register(stage.alice)
      const evidence: Record<string, TrialEvidence[string]> = {}
      for (const [name, flaw] of Object.entries(flaws)) {
        const id = stage.groupId(name.replaceAll(' ', '-'))
        const session = await (begin?.(stage, id) ?? stage.alice.createGroup(id))
        const route = {
          read: () => readGroup(stage.appServer, id),
          send: (group: GroupExport) => stage.appServer.createGroup(group),
        }
        const wrong = () => (typeof flaw === 'function' ? flaw({ stage, session }) : forgeGroup(session.member, flaw))
        Object.assign(evidence, await tryEach(route, [{ name, wrong, right: () => session.export() }]))
      }
      return evidence
    },
    ...trialDemands,
  })
}
