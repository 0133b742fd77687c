// The routes by which leaf nodes come in: with key packages, in an Update, in the path of a commit, with a new group.
import { forgeCommit, forgeGroup, forgeProposal, type LeafFlaw } from '../../mls/forge.ts'
import { readGroup } from '../probe/group-reading.ts'
import { oneDomain } from '../world-plan.ts'
import { externalCommit } from './frames.ts'
import { localGroup, openGroup } from './group.ts'
import { keyPackages } from './key-packages.ts'
import { type Route, withFlaws } from './route.ts'

const update: Route<LeafFlaw> = {
  story: (what) => `Alice proposes Updates with leaves ${what}`,
  world: oneDomain,
  needs: ['groups'],
  async open(stage, setting) {
    const { story, session } = await openGroup(stage, setting)
    const { member } = session
    return {
      member,
      read: () => readGroup(story.creator.server, story.groupId),
      async offer(leaf) {
        const value = { type: 'update' } as const
        return [
          await story.uploadProposal(
            leaf === undefined
              ? await session.propose(value)
              : await forgeProposal(member, value, { kind: 'update-leaf', leaf }),
          ),
        ]
      },
    }
  },
}

const path: Route<LeafFlaw> = {
  story: (what) => `Alice commits with leaves ${what} in her path`,
  world: oneDomain,
  needs: ['groups'],
  async open(stage, setting) {
    const { story, session } = await openGroup(stage, setting)
    const { member } = session
    const { server } = story.creator
    return {
      member,
      read: () => readGroup(server, story.groupId),
      async offer(leaf) {
        const { commitPacket } =
          leaf === undefined
            ? (await session.prepare()).upload
            : await forgeCommit(member, {}, { kind: 'path-leaf', leaf })
        return [await server.uploadCommit({ groupId: story.groupId, commitPacket })]
      },
    }
  },
}

const joining: Route<LeafFlaw> = {
  ...withFlaws(externalCommit, (leaf: LeafFlaw) => ({ kind: 'path-leaf' as const, leaf })),
  story: (what) => `Bob joins from outside with leaves ${what}`,
}

const creation: Route<LeafFlaw> = {
  story: (what) => `Alice creates groups with leaves ${what}`,
  world: oneDomain,
  needs: ['groups'],
  async open(stage, setting) {
    const { server } = await stage.register(stage.alice)
    const session = await localGroup(stage, setting)
    return {
      member: session.member,
      read: () => readGroup(server, session.groupId),
      async offer(leaf) {
        const made =
          leaf === undefined ? await session.export() : await forgeGroup(session.member, { kind: 'own-leaf', leaf })
        return [await server.createGroup(made)]
      },
    }
  },
}

/** Where leaves come in that stand in a group, made for a place in it. */
export const placedLeaves = { update, path, 'external-commit': joining }
export const leaves = { ...keyPackages, creation, ...placedLeaves }
