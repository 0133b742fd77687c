import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createVirtualClock } from '../simulator/virtual-clock.ts'
import { editions } from '../spec/editions.ts'
import { type Execution, execute } from './execute.ts'
import { domains, fakeGateway, instancesOf, played, targetOf } from './federation.test.kit.ts'
import { createNetwork } from './link/network.ts'
import { remoteNetwork } from './link/remote.ts'
import { serve } from './link/serve.ts'
import { startNetwork } from './link/start.ts'
import { accepted, refused } from './match/answer.ts'
import { all, unmet } from './match/judgement.ts'
import { defineScenario, type Scenario } from './scenario.ts'
import { inProcess } from './transport/in-process.ts'
import { openSockets } from './transport/socket.ts'
import { twoDomains, withPeer } from './world-plan.ts'

const edition = editions['2023-03-17']
const places = domains.map((domain) => ({ edition: edition.id, domain }))

/** Everything in this process, in virtual time. */
function inThisProcess(): Execution {
  const clock = createVirtualClock(1_800_000_000_000)
  const network = createNetwork({ gateways: places, played, clock, seed: 1 })
  const instances = instancesOf(edition.id, network.addressOf)
  const gateways = new Map(
    instances.map((instance) => [instance.domains[0] ?? '', fakeGateway(instance, network.outbound)]),
  )
  for (const [domain, { external }] of gateways) network.lead({ edition: edition.id, domain }, () => external)
  const channel = inProcess(gateways, () => () => {})
  return { edition, target: targetOf(instances), channel, seed: 1, clock, network }
}

/** Gateways and links on ports, as the parent of a run has them, and the worker's view of these. */
async function overSockets(context: TestContext): Promise<Execution> {
  const { channel, close } = openSockets(2000)
  const clock = { now: () => Date.now(), pass: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) }
  const parent = await startNetwork({ gateways: places, played, clock, seed: 1, token: 't', reach: channel })
  const open: { close(): Promise<void> }[] = [parent]
  const instances = await Promise.all(
    instancesOf(edition.id, parent.urlOf).map(async (instance) => {
      const domain = instance.domains[0] ?? ''
      const handlers = fakeGateway(instance, (url, request) => channel({ domain, interface: 'external', url }, request))
      const [internal, external] = [await serve(handlers.internal), await serve(handlers.external)]
      open.push(internal, external)
      parent.lead({ edition: edition.id, domain }, external.url)
      const at = ({ url }: { url: string }) => ({ host: '127.0.0.1', port: Number(new URL(url).port) })
      return { ...instance, internal: at(internal), external: at(external) }
    }),
  )
  context.after(async () => {
    await Promise.all(open.map((one) => one.close()))
    await close()
  })
  const network = remoteNetwork(JSON.parse(JSON.stringify(parent.address)), channel)
  return { edition, target: targetOf(instances), channel, seed: 1, clock, network }
}

const acrossDomains = defineScenario({
  requirement: 'client-discovery/foreign-domain-passed-on',
  story: 'Alice looks for Carol while the link holds, is cut and is healed',
  world: twoDomains,
  async probe({ appServer, farServer, farDomain, domain, register, carol, link }) {
    const { server } = await register(carol)
    const search = { tag: carol.tag, domain: farDomain.name }
    const between = link(domain.name, farDomain.name)
    const found = await appServer.findClients(search)
    await between.cut()
    const cut = await appServer.findClients(search)
    await between.heal()
    const healed = await appServer.findClients(search)
    return {
      ...{ found, cut, healed },
      passed: await between.passages(),
      sameServer: server === farServer,
      sameApplication: farServer.appId === appServer.appId,
      home: carol.home ?? '',
    }
  },
  judge: ({ found, cut, healed, passed, ...facts }) => {
    assert.deepEqual(facts, { sameServer: true, sameApplication: true, home: 'b.example' })
    assert.deepEqual(
      passed.map(({ status, operation, exchange }) => [
        status,
        operation,
        exchange.from,
        exchange.to,
        exchange.noAnswer,
      ]),
      [
        [200, 'findClients', 'gateway a.example', 'b.example external', undefined],
        [undefined, 'findClients', 'gateway a.example', 'b.example external', 'the link was cut'],
        [200, 'findClients', 'gateway a.example', 'b.example external', undefined],
      ],
    )
    assert.deepEqual(found.exchange.request.target, passed[0]?.exchange.request.target)
    return all(accepted(found), refused(cut), accepted(healed))
  },
  controls: ({ found }) => accepted(found),
})

const withAPlayedPeer = defineScenario({
  requirement: 'client-discovery/foreign-domain-passed-on',
  story: 'Alice looks for Carol at a domain the suite plays, and makes a group',
  world: withPeer,
  async probe({ appServer, alice, bob, peer, domain, link, groupId }) {
    const carol = { clientId: 'c', clientHandle: alice.handle, tags: [] }
    peer.on('findClients', ({ input }) => ({ identities: input.tag === 'one' ? [carol] : [] }))
    const found = await appServer.findClients({ tag: 'one', domain: peer.domain })
    const group = await bob.createGroup(groupId('g'))
    await appServer.createGroup(await group.export())
    const forwarded = await peer.askedFor('createGroup')
    const called = await peer.calls.findClients({ tag: 'x' })
    return {
      ...{ found, forwarded, called },
      unexpected: await peer.unexpected(),
      elsewhere: (await link(domain.name, 'other.example').passages()).length,
    }
  },
  judge: ({ found, forwarded, called, unexpected, elsewhere }) => {
    assert.deepEqual(
      found.value?.identities.map(({ clientId }) => clientId),
      ['c'],
    )
    assert.equal(called.exchange.from, 'gateway peer.example')
    assert.equal(called.exchange.to, 'a.example external')
    assert.deepEqual(unexpected, forwarded)
    assert.deepEqual([forwarded.length, elsewhere], [1, 0])
    return all(accepted(found), accepted(called))
  },
})

const told = (scenario: Scenario, execution: Execution) =>
  execute({ name: 'client-discovery/test', scenario }, execution)

test('a story of two domains is told alike in process and over sockets, with what passed between them', async (context) => {
  for (const execution of [inThisProcess(), await overSockets(context)]) {
    const result = await told(acrossDomains, execution)
    assert.deepEqual([result.verdict, result.mismatches], ['pass', []], result.summary)
    assert.equal((await told(acrossDomains, execution)).verdict, 'pass', 'told again')
    assert.equal(new Set(result.exchanges.map(({ id }) => id)).size, result.exchanges.length)
  }
})

test('a story with a played peer is told alike in process and over sockets', async (context) => {
  for (const execution of [inThisProcess(), await overSockets(context)]) {
    const result = await told(withAPlayedPeer, execution)
    assert.deepEqual([result.verdict, result.mismatches], ['pass', []], result.summary)
    assert.ok(result.exchanges.some(({ to }) => to === 'peer.example external'))
  }
})

test('what passed on a link is in the result, also where no probe asked for it; faults and parts end with the story', async () => {
  const execution = inThisProcess()
  const careless = defineScenario({
    requirement: 'client-discovery/foreign-domain-passed-on',
    story: 'a link is left cut',
    world: twoDomains,
    async probe({ appServer, farDomain, domain, link }) {
      const found = await appServer.findClients({ tag: 'x', domain: farDomain.name })
      await link(domain.name, farDomain.name).cut()
      return { found }
    },
    judge: ({ found }) => accepted(found),
  })
  const { exchanges, verdict } = await told(careless, execution)
  assert.equal(verdict, 'pass')
  assert.equal(exchanges.filter(({ from }) => from === 'gateway a.example').length, 1)
  assert.equal((await told(careless, execution)).verdict, 'pass')
})

test('a target without what a story of several domains needs is not judged by it', async () => {
  const execution = inThisProcess()
  const { target } = execution
  const without = async (scenario: Scenario, change: Partial<Execution>) => {
    const { verdict, summary } = await told(scenario, { ...execution, ...change })
    return `${verdict}: ${summary}`
  }
  const one = { ...target, gateways: target.gateways.slice(0, 1) }
  const basic = { ...target, capabilities: target.capabilities.filter((name) => name !== 'x509') }
  assert.deepEqual(
    [
      await without(acrossDomains, { target: one }),
      await without(acrossDomains, { target: basic }),
      await without(withAPlayedPeer, { network: undefined }),
    ],
    [
      'not-applicable: the target runs 1 gateway(s) for 2023-03-17',
      'not-applicable: the target does not declare x509',
      'not-applicable: the target is peer of 0 domain(s) that the suite plays',
    ],
  )
  const noLink = defineScenario({ ...acrossDomains, judge: () => unmet({ expected: '', actual: '', at: '' }) })
  assert.match(await without(noLink, { network: undefined }), /^inconclusive: .*no recorded links/)
})
