// Faulty gateways when it comes to groups of several domains: forwarding, ordering, following.
import assert from 'node:assert/strict'
import { commit, propose } from '../../mls/member.ts'
import { base64, commitBody, createQueue, fill, openRoom, packageOf, roomAt, utf8 } from '../members.test.kit.ts'
import { register } from '../trial.test.kit.ts'
import { a, b, c, grown, invited, isBehind, isSent, joinCommit, tell } from './faults.test.kit.ts'

tell([
  {
    name: 'forwards to the first peer only',
    at: a,
    alter: (parts) => ({
      ...parts,
      forwarding: { ...parts.forwarding, recipients: (...of) => parts.forwarding.recipients(...of).slice(0, 1) },
    }),
    shows: async (world) => {
      await openRoom(world.at(a), 'alice')
      await world.settled()
      return isSent(world, a, b) !== isSent(world, a, c)
    },
  },
  {
    name: 'forwards before validating',
    at: a,
    alter: (parts) => ({
      ...parts,
      handlers: {
        ...parts.handlers,
        uploadProposal(whole, call) {
          const group = whole.groups.find(call.application, call.input.groupId)
          const packet = { route: 'proposals', body: call.request.body, adds: [] } as const
          whole.forwarding.forward(whole, { application: call.application, group, packet, from: undefined })
          return parts.handlers.uploadProposal(whole, call)
        },
      },
    }),
    shows: async (world) => {
      const { room } = await openRoom(world.at(a), 'alice')
      await room.put('proposals', { packet: base64(utf8('garbage')) })
      await world.settled()
      return world.sent(a, b).some((sent) => sent.endsWith('proposals'))
    },
  },
  {
    name: 'echoes what a gateway relays',
    at: a,
    alter: (parts) => ({
      ...parts,
      forwarding: {
        ...parts.forwarding,
        recipients: (whole, accepted) => parts.forwarding.recipients(whole, { ...accepted, from: undefined }),
      },
    }),
    shows: async (world) => {
      const { room } = await grown(world)
      const before = world.sent(a, b).length
      const own = await packageOf(world.at(b), 'erin')
      const made = await joinCommit(room, own)
      assert.equal((await roomAt(world.at(b), room.groupId).put('epochs', made)).status, 201)
      await world.settled()
      return world.sent(a, b).length > before
    },
  },
  {
    name: 'keeps welcomes to itself',
    at: a,
    alter: (parts) => ({
      ...parts,
      forwarding: {
        ...parts.forwarding,
        bodyFor: (...of) => {
          const { welcomePacket: _, ...rest } = JSON.parse(new TextDecoder().decode(parts.forwarding.bodyFor(...of)))
          return utf8(JSON.stringify(rest))
        },
      },
    }),
    shows: async (world) => {
      await grown(world)
      return (await invited(world))?.length !== 1
    },
  },
  {
    name: 'loses what it could not deliver',
    at: a,
    alter: (parts) => ({
      ...parts,
      outboxes: {
        ...parts.outboxes,
        settle(whole, outbox, outcome) {
          parts.outboxes.settle.call(this, whole, outbox, outcome === 'later' ? 'delivered' : outcome)
        },
      },
    }),
    shows: async (world) => {
      world.link(a, b, 'cut')
      const { room } = await openRoom(world.at(a), 'alice')
      await world.settled()
      world.link(a, b, 'up')
      await world.time.pass(60_000)
      await world.settled()
      return (await roomAt(world.at(b), room.groupId).read('proposals')).status === 404
    },
  },
  {
    name: 'undoes nothing, but never tries again',
    at: a,
    alter: (parts) => ({ ...parts, outboxes: { ...parts.outboxes, delayMs: () => undefined } }),
    shows: async (world) => {
      world.link(a, b, 'cut')
      const { room } = await openRoom(world.at(a), 'alice')
      await world.settled()
      world.link(a, b, 'up')
      await world.time.pass(60_000)
      await world.settled()
      return (await roomAt(world.at(b), room.groupId).read('proposals')).status === 404
    },
  },
  {
    name: 'orders everywhere',
    at: b,
    alter: (parts) => ({ ...parts, relaying: { ...parts.relaying, ordererOf: () => undefined } }),
    shows: async (world) => {
      const { alice, atB } = await grown(world)
      world.link(b, a, 'cut')
      const { packet } = await propose(alice, { type: 'update' })
      return (await atB.put('proposals', { packet: base64(packet) })).status === 201
    },
  },
  {
    name: 'applies before the verdict',
    at: b,
    alter: (parts) => ({
      ...parts,
      relaying: {
        ...parts.relaying,
        async ask(...of) {
          void parts.relaying.ask(...of).catch(() => undefined)
          return 201
        },
      },
    }),
    shows: async (world) => {
      const { alice, atB } = await grown(world)
      // The ordering gateway refuses it: Alice is not a client of B.
      const { packet } = await propose(alice, { type: 'update' })
      await atB.put('proposals', { packet: base64(packet) })
      return (await atB.messages('proposals')).length === 1
    },
  },
  {
    name: 'takes packets from gateways that do not order the group',
    at: b,
    alter: (parts) => ({
      ...parts,
      ordering: { ...parts.ordering, checkForwarder: () => undefined, checkSender: () => undefined },
    }),
    shows: async (world) => {
      const { alice, atB } = await grown(world)
      const { packet } = await propose(alice, { type: 'update' })
      const target = `${atB.path}/proposals`
      return (await world.call(c, b, { method: 'PUT', target, json: { packet: base64(packet) } })).status < 300
    },
  },
  {
    name: 'believes a gateway about senders of other domains',
    at: a,
    alter: (parts) => ({ ...parts, ordering: { ...parts.ordering, checkSender: () => undefined } }),
    shows: async (world) => {
      const { alice, room } = await grown(world)
      const { packet } = await propose(alice, { type: 'update' })
      const target = `${room.path}/proposals`
      return (await world.call(c, a, { method: 'PUT', target, json: { packet: base64(packet) } })).status < 300
    },
  },
  {
    name: 'lets clients of unknown domains be added',
    at: a,
    alter: (parts) => ({ ...parts, ordering: { ...parts.ordering, checkArriving: () => undefined } }),
    federatesWith: { [a]: [b] },
    shows: async (world) => {
      const { member, room } = await openRoom(world.at(a), 'alice')
      const { message } = await packageOf(world.at(c), 'dave')
      const made = await commit(member, { proposals: [{ type: 'add', keyPackage: message }] })
      return (await room.put('epochs', commitBody(made))).status === 201
    },
  },
  {
    name: 'forwards to gateways that the application does not federate with',
    at: a,
    alter: (parts) => ({
      ...parts,
      peers: { ...parts.peers, isFederating: () => true, federating: () => [...parts.peers.all] },
    }),
    federatesWith: { [a]: [b] },
    shows: async (world) => {
      await openRoom(world.at(a), 'alice')
      await world.settled()
      return isSent(world, a, c)
    },
  },
  {
    name: 'never looks for what it missed',
    at: b,
    alter: (parts) => ({ ...parts, following: { ...parts.following, isGap: async () => false } }),
    shows: (world) => isBehind(world),
  },
  {
    name: 'judges the past by today',
    at: b,
    alter: (parts) => ({
      ...parts,
      following: {
        ...parts.following,
        rules: (whole, application) => ({ ...parts.following.rules(whole, application), checks: whole.checks }),
      },
    }),
    shows: (world) => isBehind(world),
  },
  {
    name: 'catches up without welcomes',
    at: b,
    alter: (parts) => ({ ...parts, source: { ...parts.source, joinInfos: async () => [] } }),
    shows: async (world) => {
      await isBehind(world)
      return (await invited(world))?.length !== 1
    },
  },
  {
    name: 'does not advance queues for what others order',
    at: b,
    alter: (parts) => ({ ...parts, keyPackages: { ...parts.keyPackages, advance: () => undefined } }),
    shows: async (world) => {
      const carol = await register(world.at(b), 'carol')
      const queue = await createQueue(world.at(b), carol)
      const own = await packageOf(world.at(b), 'carol')
      await fill(world.at(b), queue, [own])
      const { member, room } = await openRoom(world.at(a), 'alice')
      const made = await commit(member, { proposals: [{ type: 'add', keyPackage: own.message }] })
      assert.equal((await room.put('epochs', commitBody(made))).status, 201)
      await world.settled()
      return (await fill(world.at(b), queue, [])).json['keyPackagesInPool'] === 1
    },
  },
  {
    name: 'does not tell of the creation of groups',
    at: a,
    alter: (parts) => ({
      ...parts,
      forwarding: {
        ...parts.forwarding,
        forward: (whole, accepted) => {
          if (accepted.packet.route !== 'groups') parts.forwarding.forward(whole, accepted)
        },
      },
    }),
    shows: async (world) => {
      await openRoom(world.at(a), 'alice')
      await world.settled()
      return !isSent(world, a, b)
    },
  },
])
