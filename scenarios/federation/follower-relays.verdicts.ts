// What the ordering gateway says to a relayed packet is what the application is told, whatever it is (PX-08, readings A-27, A-41).
import { accepted, described } from '../../harness/match/answer.ts'
import { all, type Judgement } from '../../harness/match/judgement.ts'
import { allUnchanged } from '../../harness/match/read-back.ts'
import { holds } from '../../harness/match/value.ts'
import { startGroup } from '../../harness/probe/group.ts'
import { readGroup } from '../../harness/probe/group-reading.ts'
import { clientOf, takesPackets } from '../../harness/probe/peer-group.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { withPeer } from '../../harness/world-plan.ts'
import type { Answer } from '../../simulator/answer.ts'
import { anyJson, refusal, serverError } from '../../simulator/misbehaviour.ts'
import { type ProblemCode, problemCode } from '../../spec/profile/problems.ts'

interface Verdict {
  readonly says: () => Response
  /** Statuses by which the application is told so. */
  readonly told: RegExp
  /** The problem that it names, in the profile's words: a gateway that names one names this. */
  readonly as?: ProblemCode
}

/** The edition gives no status for each reason: any no will do, but a failure is none, and no no is a failure. */
const [no, failure, either] = [/^4..$/, /^50[24]$/, /^(?:4..|502)$/]
const verdicts: readonly Verdict[] = [
  ...(['malformed-request', 'wrong-epoch', 'too-large', 'invalid-commit', 'invalid-proposal'] as const).map((code) => ({
    says: () => refusal(code),
    told: no,
    as: code,
  })),
  { says: () => anyJson({}, 422), told: either },
  { says: () => anyJson({}, 413), told: either },
  { says: () => new Response(null, { status: 409 }), told: either },
  { says: () => anyJson({ type: 'urn:mimi:problem:not-found' }, 409), told: either },
  ...(['forbidden', 'unauthenticated'] as const).map((code) => ({ says: () => refusal(code), told: failure })),
  { says: () => serverError(500), told: failure },
  { says: () => anyJson({}, 300), told: failure },
]

export default defineScenario({
  requirement: 'federation/follower-relays',
  story:
    "Bob commits in a group that Carol's gateway orders, which says no in one way after the other, fails, and says yes",
  world: withPeer,
  async probe({ appServer, peer, bob, carol, register, groupId }) {
    takesPackets(peer)
    const [cleo, bert] = [clientOf(peer, carol), await register(bob)]
    const story = await startGroup(groupId('played'), cleo, [bert])
    const { upload } = await story.session(bert).prepare()
    const before = await readGroup(appServer, story.groupId)
    const commit = () => appServer.uploadCommit({ groupId: story.groupId, ...upload })
    const answers: Answer[] = []
    for (const { says } of verdicts) {
      peer.on('uploadCommit', says)
      answers.push(await commit())
    }
    const after = await readGroup(appServer, story.groupId)
    takesPackets(peer)
    return { answers, before, after, twin: await commit() }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ answers, before, after }) =>
    all(...answers.map((answer, index) => toldAs(answer, verdicts[index])), allUnchanged(before, after)),
})

function toldAs(answer: Answer, { told, as }: Pick<Verdict, 'told' | 'as'> = { told: no }): Judgement {
  if (answer.status === undefined) return accepted(answer)
  const type = typeof answer.json === 'object' && answer.json !== null ? Reflect.get(answer.json, 'type') : undefined
  const named = problemCode(type)
  return holds(told.test(String(answer.status)) && (as === undefined || named === undefined || named === as), {
    expected: `a status like ${told.source}${as === undefined ? '' : `, as ${as}`}`,
    actual: described(answer),
    at: `${answer.exchange.id}.status`,
  })
}
