// The routes by which what comes with a group does: GroupInfo and tree of a new one, GroupInfo and Welcome of a commit.
import { readGroup } from '../probe/group-reading.ts'
import { oneDomain } from '../world-plan.ts'
import { localGroup, openGroup } from './group.ts'
import type { Route } from './route.ts'

/** Damage to an encoded object. */
type Change = (bytes: Uint8Array) => Uint8Array

function creation(part: 'groupInfo' | 'ratchetTree', name: string): Route<Change> {
  return {
    story: (what) => `Alice creates groups with ${name} ${what}`,
    world: oneDomain,
    needs: ['groups'],
    async open(stage, setting) {
      const { server } = await stage.register(stage.alice)
      const session = await localGroup(stage, setting)
      const good = await session.export()
      return {
        read: () => readGroup(server, session.groupId),
        offer: async (change = same) => [await server.createGroup({ ...good, [part]: change(good[part]) })],
      }
    },
  }
}

function withCommit(part: 'groupInfo' | 'welcomePacket', name: string): Route<Change> {
  return {
    story: (what) => `Alice commits to adding Bob with ${name} ${what}`,
    world: oneDomain,
    needs: ['groups'],
    async open(stage, setting) {
      const { bob, register } = stage
      const { story, session } = await openGroup(stage, setting)
      await register(bob)
      const { message: keyPackage } = await bob.keyPackage()
      const prepared = await session.prepare({ proposals: [{ type: 'add', keyPackage }] })
      const good = prepared.upload[part] ?? new Uint8Array()
      return {
        read: () => readGroup(story.creator.server, story.groupId),
        offer: async (change = same) => [await story.upload(prepared, { [part]: change(good) })],
      }
    },
  }
}

function same(bytes: Uint8Array): Uint8Array {
  return bytes
}

/** Where MLSMessages come in that are no handshake. */
export const groupInfos = {
  creation: creation('groupInfo', 'GroupInfos'),
  'group-info': withCommit('groupInfo', 'GroupInfos'),
}
export const welcome = withCommit('welcomePacket', 'Welcomes')
export const ratchetTree = creation('ratchetTree', 'trees')
