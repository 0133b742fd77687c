// A message is signed by who it says it is from, in the group and for the purpose (FR-09).
import { externalCommit, memberFrames } from '../../harness/ingest/frames.ts'
import { strangersKey } from '../../harness/ingest/outside.ts'
import { inOtherSuites, refusedOn } from '../../harness/ingest/route.ts'

const requirement = 'mls/content-signature'
const { proposal, commit } = memberFrames
const flaws = {
  spoilt: { kind: 'bad-signature' },
  withoutContext: { kind: 'signed-without-context' },
  withoutLabel: { kind: 'signed-without-label' },
} as const
const what = 'with a spoilt signature, and with one that leaves out the group context or the label'

export default {
  ...refusedOn(memberFrames, {
    requirement,
    what: `${what}, or is by a stranger`,
    flaws: async (stage) => ({ ...flaws, byStranger: { kind: 'signed-by', key: await strangersKey(stage) } as const }),
  }),
  ...refusedOn({ 'external-commit': externalCommit }, { requirement, what, flaws }),
  ...refusedOn({ 'commit-in-other-suites': inOtherSuites(commit) }, { requirement, what, flaws }),
  ...onBehalf(),
}

function onBehalf() {
  const { proposal: ofCarol, commit: ofCarolToo } = refusedOn(
    { proposal, commit },
    {
      requirement,
      what: 'that say they are from Carol',
      setting: { members: ['carol'] },
      flaws: { fromCarol: { kind: 'sender', leafIndex: 1 } },
    },
  )
  return { 'proposal-for-another': ofCarol, 'commit-for-another': ofCarolToo }
}
