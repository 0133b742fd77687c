// The gateway under test as the user describes it in a target file, and as a run uses it: addresses and tokens only.
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { supportedSuites } from '../mls/suite.ts'
import { type Capability, capabilities } from '../spec/capability.ts'
import { type EditionId, editionIds } from '../spec/edition.ts'
import { editions } from '../spec/editions.ts'
import { type InstanceFile, instanceFile, type TlsFiles, tlsFiles } from '../spec/profile/instance.ts'
import { type ConfigurationFile, readConfiguration } from './configuration-file.ts'
import { type Dialect, dialect } from './transport/dialect.ts'
import type { Identity, SuiteTls } from './transport/tls.ts'

const port = z.int('expected a port from 1 to 65535').min(1).max(65535)
const address = z.strictObject({ host: z.string().min(1), port })
const runningInstance = z.strictObject({
  ...instanceFile.shape,
  internal: address,
  external: address,
  operatorToken: instanceFile.shape.operatorToken.optional(),
  peers: instanceFile.shape.peers.default([]),
})

/** A target file (YAML or JSON), whole; members that a version cannot act on are refused by `loadTarget`. */
export const targetFile = z.strictObject({
  name: z.string().min(1),
  version: z.string('expected text (put a number in quotes)').min(1),
  editions: z.array(z.enum(editionIds)).min(1),
  capabilities: z.array(z.enum(capabilities)),
  cipherSuites: z
    .array(z.literal([...supportedSuites]))
    .min(1)
    .default([1]),
  limits: z.strictObject({ body: z.int().positive().optional() }).default({}),
  launch: z
    .strictObject({
      command: z.array(z.string().min(1)).min(1),
      env: z.record(z.string(), z.string()).optional(),
      readyWithinMs: z.int().positive().optional(),
      /** The suite makes an authority and certificates, and the gateways speak HTTPS with mutual authentication. */
      tls: z.boolean().optional(),
    })
    .optional(),
  gateways: z.array(runningInstance).default([]),
  applications: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        configuration: z.record(z.string(), z.unknown()),
        applicationServers: z.array(z.string().min(1)).min(1),
        federatesWith: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  relays: z.array(z.strictObject({ domain: z.string().min(1), listen: address, to: z.url() })).default([]),
  scriptedPeers: z
    .array(
      z.strictObject({
        domain: z.string().min(1),
        listen: address,
        tls: tlsFiles.omit({ authorities: true }).optional(),
      }),
    )
    .default([]),
  dialect: dialect.default({}),
  waivers: z.string().min(1).optional(),
})
export type TargetFile = z.infer<typeof targetFile>

/** An application that somebody has provisioned at a target already. */
export interface FixedApplication {
  readonly edition: EditionId
  readonly id: string
  readonly applicationServers: readonly string[]
  readonly federatesWith: readonly string[]
}

/** Where the suite listens for gateways that run already: in place of their peers, which it leads to or plays. */
export type Wiring = Pick<TargetFile, 'relays' | 'scriptedPeers'>

/** A target that answers requests; plain data, so that a worker can be told of it. */
export interface RunningTarget {
  readonly name: string
  readonly version: string
  readonly editions: readonly EditionId[]
  readonly capabilities: readonly Capability[]
  /** RFC 9420 code points; the first is the one that is used where nothing else matters. */
  readonly cipherSuites: readonly number[]
  /** What the gateway says of itself, in bytes. */
  readonly limits: { readonly body?: number | undefined }
  readonly dialect: Dialect
  readonly gateways: readonly InstanceFile[]
  /** Present where the target does not let the suite define applications. */
  readonly applications?: readonly FixedApplication[]
  /** Present in TLS mode. */
  readonly tls?: SuiteTls | undefined
  /** Present where the links of the running gateways lead through the suite. */
  readonly wiring?: Wiring
}

/** A target whose gateways the suite starts and stops itself. */
export interface LaunchedTarget extends Omit<RunningTarget, 'gateways' | 'applications' | 'wiring' | 'tls'> {
  /** The target file, as it was named. */
  readonly file: string
  /** The folder of that file: where the command runs. */
  readonly folder: string
  readonly launch: NonNullable<TargetFile['launch']>
}

export interface DescribedTarget {
  readonly target: RunningTarget | LaunchedTarget
  /** Path of its waivers, from the current folder. */
  readonly waiverFile?: string
}

/** Reads a target file; throws `ConfigurationError` with file, line and path for whatever cannot be acted on. */
export async function loadTarget(path: string): Promise<DescribedTarget> {
  const file = await readConfiguration(path, 'target file', targetFile)
  const { waivers } = file.value
  const waiverFile =
    waivers === undefined ? {} : { waiverFile: isAbsolute(waivers) ? waivers : join(dirname(path), waivers) }
  return { target: targetIn(file, path), ...waiverFile }
}

function targetIn(file: ConfigurationFile<TargetFile>, path: string): RunningTarget | LaunchedTarget {
  const { name, version, editions: ids, cipherSuites, limits, dialect: spoken, launch } = file.value
  const capabilities = file.value.capabilities
  const described = { name, version, editions: ids, capabilities, cipherSuites, limits, dialect: spoken }
  if (launch) {
    checkLaunch(file)
    return { ...described, file: path, folder: dirname(resolve(path)), launch }
  }
  checkGateways(file)
  const applications = fixedApplications(file)
  const { relays, scriptedPeers } = file.value
  const wired = relays.length + scriptedPeers.length > 0
  const tls = suiteTls(file, dirname(path))
  const wiring = wired ? { wiring: { relays, scriptedPeers } } : {}
  const target = { ...described, gateways: withOperator(file), ...(tls && { tls }), ...wiring }
  return applications.length > 0 ? { ...target, applications } : target
}

function checkLaunch({ value, complain }: ConfigurationFile<TargetFile>): void {
  if (value.gateways.length > 0) {
    throw complain({
      path: ['gateways'],
      text: 'the suite starts this target by `launch`; remove the one or the other',
    })
  }
  if (value.relays.length + value.scriptedPeers.length > 0) {
    const text = 'links of gateways that the suite starts are its own; remove relays and scriptedPeers'
    throw complain({ path: [value.relays.length > 0 ? 'relays' : 'scriptedPeers'], text })
  }
  if (!value.launch?.command.some((word) => word.includes('{instance}'))) {
    const text = 'expected a word with {instance}: the path of the instance file takes its place'
    throw complain({ path: ['launch', 'command'], text })
  }
  if (value.applications.length === 0) return
  const text = 'the suite gives a target that it starts its applications in the instance file; remove them here'
  throw complain({ path: ['applications'], text })
}

/**
 * What the suite shows and believes: the certificates of the gateways and scripted peers that the file names, for those
 * are the domains it stands for on links. Throws `ConfigurationError` for a file that is not there.
 */
function suiteTls({ value, complain }: ConfigurationFile<TargetFile>, folder: string): SuiteTls | undefined {
  const place = (path: string, at: readonly PropertyKey[]) => {
    const file = isAbsolute(path) ? path : join(folder, path)
    if (existsSync(file)) return file
    throw complain({ path: at, text: `expected a PEM file, there is no ${file}` })
  }
  const authorities = new Set<string>()
  const identities: Record<string, Identity> = {}
  const learn = (files: Omit<TlsFiles, 'authorities'>, domains: readonly string[], at: readonly PropertyKey[]) => {
    const own = { key: place(files.key, [...at, 'key']), certificate: place(files.certificate, [...at, 'certificate']) }
    for (const domain of domains) identities[domain] = own
  }
  for (const [index, { tls, domains }] of value.gateways.entries()) {
    if (!tls) continue
    learn(tls, domains, ['gateways', index, 'tls'])
    authorities.add(place(tls.authorities, ['gateways', index, 'tls', 'authorities']))
  }
  for (const [index, { tls, domain }] of value.scriptedPeers.entries())
    if (tls) learn(tls, [domain], ['scriptedPeers', index, 'tls'])
  return authorities.size > 0 ? { authorities: [...authorities], identities } : undefined
}

function checkGateways({ value, complain }: ConfigurationFile<TargetFile>): void {
  for (const edition of value.editions) {
    if (value.gateways.some((gateway) => gateway.edition === edition)) continue
    throw complain({ path: ['gateways'], text: `expected a gateway for each edition, there is none for ${edition}` })
  }
  for (const [index, { edition }] of value.gateways.entries()) {
    if (value.editions.includes(edition)) continue
    const text = `expected one of this target's editions (${value.editions.join(', ')}), found ${edition}`
    throw complain({ path: ['gateways', index, 'edition'], text })
  }
}

/** Stands for the token of an operator that there is none of; no gateway knows it. */
const noOperator = 'no-operator'

/** Gateways without an operator take part where the suite need not define applications. */
function withOperator({ value, complain }: ConfigurationFile<TargetFile>): InstanceFile[] {
  return value.gateways.map(({ operatorToken, ...gateway }, index) => {
    if (operatorToken !== undefined) return { ...gateway, operatorToken }
    if (!value.capabilities.includes('define-application')) return { ...gateway, operatorToken: noOperator }
    const text = 'expected a token, because the capability define-application is declared; nothing is there'
    throw complain({ path: ['gateways', index, 'operatorToken'], text })
  })
}

/** Applications and the edition whose wire their configuration is written in. */
function fixedApplications({ value, complain }: ConfigurationFile<TargetFile>): FixedApplication[] {
  const definable = value.capabilities.includes('define-application')
  if (definable && value.applications.length > 0) {
    const text = 'used only where the capability define-application is not declared; remove the one or the other'
    throw complain({ path: ['applications'], text })
  }
  if (!definable && value.applications.length === 0) {
    const text = 'expected at least one application, because the capability define-application is not declared'
    throw complain({ path: ['applications'], text })
  }
  return value.applications.map(({ configuration, ...application }, index) => {
    const edition = value.editions.find(
      (id) => editions[id].operations.listApplications.output?.safeDecode([configuration]).success,
    )
    if (edition) return { edition, ...application }
    const text = `expected an ApplicationConfiguration as ${value.editions.join(' or ')} has it`
    throw complain({ path: ['applications', index, 'configuration'], text })
  })
}

/** Every credential that a run against this target may send or see. */
export function tokensOf({ gateways }: RunningTarget): string[] {
  return gateways.flatMap(({ operatorToken, applicationServers, peers }) => [
    operatorToken,
    ...applicationServers.map(({ token }) => token),
    ...peers.flatMap(({ sendToken, receiveToken }) => [sendToken, receiveToken].filter((token) => token !== undefined)),
  ])
}
