import { commit } from '../../mls/member.ts'
import { base64, commitBody, createQueue, fill, openRoom, packageOf, utf8 } from '../members.test.kit.ts'
import { register } from '../trial.test.kit.ts'
import { a, b, c, clients, grown, isSent, nothing, ok, s, search, tell } from './faults.test.kit.ts'
import type { Peer } from './peers.ts'

tell([
  {
    name: 'relays for third parties',
    at: b,
    alter: (parts) => ({ ...parts, domains: { ...parts.domains, checkOwn: () => undefined } }),
    shows: async (world) => {
      await world.call(a, b, { method: 'GET', target: `${clients}?tag=t&domain=${c}` })
      return isSent(world, b, c)
    },
  },
  {
    name: 'trusts the domain parameter instead of the credential',
    at: a,
    alter: (parts) => ({ ...parts, passing: { ...parts.passing, isOfDomain: () => true } }),
    shows: async (world) => {
      const body = utf8(JSON.stringify({ keyPackage: base64((await packageOf(world.at(c), 'carol')).message) }))
      world.play(s, ({ target }) => (target === '/apps' ? nothing : { ...ok, body }))
      const target = `${clients}/11111111-1111-4111-8111-111111111111/keyPackage`
      const query = `protocolVersion=1&cipherSuite=1&receiver_client_id=r&domain=${s}`
      return (await world.at(a).send('GET', `${target}?${query}`)).status === 200
    },
  },
  {
    name: 'passes key packages on unseen',
    at: a,
    alter: (parts) => ({ ...parts, passing: { ...parts.passing, checkKeyPackage: async () => undefined } }),
    shows: async (world) => {
      world.play(s, ({ target }) => (target === '/apps' ? nothing : { ...ok, body: utf8('{"keyPackage":"AAAA"}') }))
      const query = `protocolVersion=1&cipherSuite=1&receiver_client_id=r&domain=${s}`
      return (await world.at(a).send('GET', `${clients}/x/keyPackage?${query}`)).status === 200
    },
  },
  {
    name: 'uploads of foreign domains are taken',
    at: a,
    alter: (parts) => ({
      ...parts,
      domains: { ...parts.domains, checkHome: () => undefined },
      keyQueues: { ...parts.keyQueues, checkOwner: () => undefined },
    }),
    shows: async (world) => {
      const queue = await createQueue(world.at(a), await register(world.at(a), 'carol'))
      return (await fill(world.at(a), queue, [await packageOf(world.at(b), 'carol')])).status === 200
    },
  },
  {
    name: 'shows join information to every gateway',
    at: a,
    alter: (parts) => ({
      ...parts,
      ordering: {
        ...parts.ordering,
        clientOf: ({ naming }, _, { application, input: { clientHandle: handle } }) =>
          naming.identifierOf(application.configuration, { handle, domain: b }),
      },
    }),
    shows: async (world) => {
      await grown(world)
      const { json } = await world.call(c, a, { method: 'GET', target: `${clients}/carol/welcome-msgs` })
      return (json['joinInfos'] as unknown[] | undefined)?.length === 1
    },
  },
  {
    name: 'shows an application to a gateway that it does not federate with',
    at: a,
    alter: (parts) => ({ ...parts, authorisation: { ...parts.authorisation, mayEnter: () => true } }),
    federatesWith: { [a]: [b] },
    shows: async (world) => (await world.call(c, a, { method: 'GET', target: '/apps' })).bytes.length > 2,
  },
  {
    name: 'follows redirects',
    at: a,
    alter: (parts) => ({
      ...parts,
      async outbound(to, request) {
        const answer = await parts.outbound(to, request)
        const location = answer.headers.find(([name]) => name === 'location')?.[1]
        return location === undefined ? answer : parts.outbound(location, request)
      },
    }),
    shows: async (world) => {
      world.play(s, ({ target }) =>
        target === '/apps' ? nothing : { ...nothing, status: 302, headers: [['location', `http://${c}`]] },
      )
      await search(world, s)
      return isSent(world, a, c)
    },
  },
  {
    name: 'dials whatever domain it is given',
    at: a,
    alter: (parts) => {
      const find = (domain: string): Peer => ({
        domain,
        domains: new Set([domain]),
        external: `http://${domain}`,
        sendToken: 'x',
      })
      return { ...parts, peers: { ...parts.peers, find: (_, domain) => find(domain) } }
    },
    shows: async (world) => {
      await search(world, '127.0.0.1')
      return world.passages.some(({ to }) => to === '127.0.0.1')
    },
  },
  {
    name: 'takes b.example. for b.example',
    at: a,
    alter: (parts) => ({
      ...parts,
      peers: {
        ...parts.peers,
        find: (application, domain) => parts.peers.find(application, domain.replace(/\.$/, '')),
      },
    }),
    shows: async (world) => {
      await search(world, 'b.example.')
      return isSent(world, a, b)
    },
  },
  {
    name: 'passes the errors of others on as its own',
    at: a,
    alter: (parts) => ({
      ...parts,
      links: {
        ...parts.links,
        refusalOf: (whole, answer) => Object.assign(parts.links.refusalOf(whole, answer), { status: answer.status }),
      },
    }),
    shows: async (world) => {
      world.play(s, ({ target }) => (target === '/apps' ? nothing : { ...nothing, status: 500 }))
      return (await search(world, s)).status === 500
    },
  },
  {
    name: 'does not compare configurations',
    at: a,
    alter: (parts) => ({ ...parts, agreements: { ...parts.agreements, isSame: () => true } }),
    shows: async (world) => {
      const [shown] = (await world.at(a).send('GET', '/apps')).json as unknown as { identity_configuration: object }[]
      const other = { ...shown, identity_configuration: { ...shown?.identity_configuration, parameters: {} } }
      world.play(s, ({ target }) => (target === '/apps' ? { ...ok, body: utf8(JSON.stringify([other])) } : ok))
      return (await search(world, s)).status === 200
    },
  },
  {
    name: 'tells receivers of different domains not apart',
    at: b,
    alter: (parts) => ({ ...parts, keyPackages: { ...parts.keyPackages, receiverKey: (_, receiver) => receiver } }),
    shows: async (world) => {
      const carol = await register(world.at(b), 'carol')
      const packages = [await packageOf(world.at(b), 'carol'), await packageOf(world.at(b), 'carol')]
      await fill(world.at(b), await createQueue(world.at(b), carol), packages)
      const target = `${clients}/${carol}/keyPackage?protocolVersion=1&cipherSuite=1&receiver_client_id=r&domain=${b}`
      const [first, second] = await Promise.all([a, c].map((from) => world.call(from, b, { method: 'GET', target })))
      return first?.json['keyPackage'] === second?.json['keyPackage']
    },
  },
  {
    name: 'tells clients by their handle alone',
    at: a,
    alter: (parts) => {
      const providers = parts.applications.providers.map((provider) => ({ ...provider, domainOf: () => undefined }))
      return { ...parts, applications: { ...parts.applications, providers } }
    },
    shows: async (world) => {
      const { member, room } = await openRoom(world.at(a), 'alice')
      const { message } = await packageOf(world.at(b), 'alice')
      const made = await commit(member, { proposals: [{ type: 'add', keyPackage: message }] })
      return (await room.put('epochs', commitBody(made))).status === 422
    },
  },
])
