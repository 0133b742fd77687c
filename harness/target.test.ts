// Target files: what is read, and the one line that says what is wrong, where, and what was expected.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ConfigurationError } from './configuration-error.ts'
import { loadTarget } from './target.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mimi-target-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const gateway = {
  edition: '2023-03-17',
  domains: ['a.example'],
  internal: { host: '127.0.0.1', port: 41001 },
  external: { host: '127.0.0.1', port: 41002 },
  operatorToken: 'operator',
  applicationServers: [{ name: 'app-server-1', token: 'one' }],
  peers: [],
}
const complete = {
  name: 'acme-gateway',
  version: '1.4.2',
  editions: ['2023-03-17'],
  capabilities: ['define-application', 'key-queues'],
  gateways: [gateway],
}

const launchable = { ...complete, gateways: [], launch: { command: ['x', '{instance}'] } }

async function written(content: unknown): Promise<string> {
  const path = join(folder, 'acme.yaml')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2))
  return path
}

async function complaint(content: unknown): Promise<string> {
  const path = await written(content)
  const error = await loadTarget(path).then(
    () => assert.fail('the file was taken'),
    (caught: unknown) => caught,
  )
  assert.ok(error instanceof ConfigurationError, String(error))
  assert.doesNotMatch(error.message, /\n/)
  return error.message.replace(folder, '')
}

test('reads a target file that is complete, with what is left out at its default', async () => {
  const { target } = await loadTarget(await written(complete))
  assert.deepEqual(target, {
    ...complete,
    gateways: [gateway],
    cipherSuites: [1],
    limits: {},
    dialect: {},
  })
})

test('reads YAML, where an edition needs no quotes', async () => {
  const text = `name: acme\nversion: "2"\neditions: [2023-03-17]\ncapabilities: [define-application]\ngateways: ${JSON.stringify([gateway])}\n`
  assert.deepEqual((await loadTarget(await written(text))).target.editions, ['2023-03-17'])
})

test('gives an application that is provisioned the edition its configuration is written for', async () => {
  const configuration = {
    id: 'a',
    identity_configuration: {
      identity_provider_type: 1,
      supports_accounts: false,
      supports_domains: false,
      parameters: {},
    },
  }
  const applications = [{ id: 'a', configuration, applicationServers: ['app-server-1'] }]
  const { target } = await loadTarget(await written({ ...complete, capabilities: [], applications }))
  assert.ok('applications' in target)
  assert.deepEqual(target.applications, [
    { edition: '2023-03-17', id: 'a', applicationServers: ['app-server-1'], federatesWith: [] },
  ])
  assert.match(
    await complaint({ ...complete, capabilities: [], applications: [{ ...applications[0], configuration: {} }] }),
    /acme\.yaml:\d+: applications\[0\]\.configuration: expected an ApplicationConfiguration as 2023-03-17 has it/,
  )
})

test('a gateway without an operator is taken where nothing has to be defined', async () => {
  const { operatorToken: _, peers: __, ...bare } = gateway
  const configuration = {
    id: 'a',
    identity_configuration: {
      identity_provider_type: 1,
      supports_accounts: false,
      supports_domains: false,
      parameters: {},
    },
  }
  const applications = [{ id: 'a', configuration, applicationServers: ['app-server-1'] }]
  const { target } = await loadTarget(await written({ ...complete, capabilities: [], applications, gateways: [bare] }))
  assert.ok('gateways' in target)
  assert.deepEqual([target.gateways[0]?.operatorToken, target.gateways[0]?.peers], ['no-operator', []])
  assert.match(
    await complaint({ ...complete, gateways: [bare] }),
    /gateways\[0\]\.operatorToken: expected a token, because the capability define-application is declared/,
  )
})

test('leads to the waivers from the folder of the file', async () => {
  const { waiverFile } = await loadTarget(await written({ ...complete, waivers: 'acme.waivers.yaml' }))
  assert.equal(waiverFile, join(folder, 'acme.waivers.yaml'))
  assert.equal((await loadTarget(await written({ ...complete, waivers: '/w.yaml' }))).waiverFile, '/w.yaml')
})

test('says that a file is not there', async () => {
  await assert.rejects(loadTarget(join(folder, 'no.yaml')), {
    name: 'ConfigurationError',
    message: `${join(folder, 'no.yaml')}: no such file (target file)`,
  })
})

const wrong: [string, unknown, RegExp][] = [
  ['text that is no YAML', 'name: [', /acme\.yaml:1:\d+: not a valid YAML or JSON file/],
  ['an empty file', '', /acme\.yaml: expected object/],
  [
    'a number as version',
    { ...complete, version: 2 },
    /acme\.yaml:3: version: expected text \(put a number in quotes\), found 2/,
  ],
  [
    'an unknown edition',
    { ...complete, editions: ['2023-03-18'] },
    /editions\[0\]: .*found "2023-03-18"; did you mean 2023-03-/,
  ],
  [
    'a mistyped capability',
    { ...complete, capabilities: ['key-queue'] },
    /capabilities\[0\]: .*found "key-queue"; did you mean key-queues/,
  ],
  ['a mistyped member', { ...complete, gateway: [] }, /gateway: no such member is known here; did you mean gateways/],
  ['a missing member', { ...complete, name: undefined }, /name: expected string, nothing is there/],
  [
    'a port out of range',
    { ...complete, gateways: [{ ...gateway, internal: { host: 'h', port: 70000 } }] },
    /gateways\[0\]\.internal\.port: expected .*65535, found 70000/,
  ],
  ['a suite no client can use', { ...complete, cipherSuites: [5] }, /cipherSuites\[0\]: .*found 5/],
  ['several problems', { ...complete, name: 1, version: 2 }, /\(and 1 more problem in this file\)/],
  [
    'no gateway',
    { ...complete, gateways: [] },
    /gateways: expected a gateway for each edition, there is none for 2023-03-17/,
  ],
  [
    'a gateway of another edition',
    { ...complete, gateways: [gateway, { ...gateway, edition: '2023-03-08' }] },
    /gateways\[1\]\.edition: expected one of this target's editions/,
  ],
  [
    'applications that would not be used',
    { ...complete, applications: [{ id: 'a', configuration: {}, applicationServers: ['x'] }] },
    /applications: used only where/,
  ],
  [
    'no application although none can be defined',
    { ...complete, capabilities: [] },
    /applications: expected at least one application/,
  ],
  [
    'launch',
    { ...complete, launch: { command: ['x', '{instance}'] } },
    /gateways: the suite starts this target by `launch`; remove the one or the other/,
  ],
  [
    'relays beside launch',
    { ...launchable, relays: [{ domain: 'b', listen: gateway.internal, to: 'http://127.0.0.1:1' }] },
    /relays: links of gateways that the suite starts are its own/,
  ],
  [
    'applications beside launch',
    { ...launchable, applications: [{ id: 'a', configuration: {}, applicationServers: ['x'] }] },
    /applications: the suite gives a target that it starts its applications/,
  ],
  [
    'scripted peers',
    { ...launchable, scriptedPeers: [{ domain: 'b', listen: gateway.internal }] },
    /scriptedPeers: links of gateways that the suite starts are its own/,
  ],
  ['a dialect nobody speaks', { ...complete, dialect: { groupId: 'octal' } }, /dialect\.groupId: .*found "octal"/],
  [
    'a prefix that is no path',
    { ...complete, dialect: { pathPrefix: 'v1/' } },
    /dialect\.pathPrefix: expected a path like/,
  ],
  [
    'half of TLS',
    { ...complete, gateways: [{ ...gateway, tls: { key: 'k.pem' } }] },
    /gateways\[0\]\.tls\.certificate/,
  ],
  [
    'certificates that are not there',
    { ...complete, gateways: [{ ...gateway, tls: { key: 'k.pem', certificate: 'c.pem', authorities: 'a.pem' } }] },
    /gateways\[0\]\.tls\.key: expected a PEM file, there is no .*k\.pem/,
  ],
]
for (const [what, content, expected] of wrong) {
  test(`refuses ${what}`, async () => assert.match(await complaint(content), expected))
}
