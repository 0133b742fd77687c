// Real MLS members against a gateway in process: what they upload and read, said shortly, for tests.
import { makeKeyPackage, type OwnKeyPackage } from '../mls/key-package.ts'
import { type CommitResult, createGroup, exportGroup, type GroupExport, type Member } from '../mls/member.ts'
import { loadSuite } from '../mls/suite.ts'
import { unixSeconds } from './clock.ts'
import { appId, type Received, type SendOptions, type Trial } from './trial.test.kit.ts'

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const octets = (text: unknown): Uint8Array => new Uint8Array(Buffer.from(String(text), 'base64'))
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export interface PackageOptions {
  /** Seconds from now. */
  readonly expiresIn?: bigint
  readonly suite?: number
  readonly lastResort?: boolean
}

/** A key package whose lifetime began an hour ago. */
export async function packageOf(trial: Trial, name: string, options: PackageOptions = {}): Promise<OwnKeyPackage> {
  const now = unixSeconds(trial.clock)
  const lifetime = { notBefore: now - 3600n, notAfter: now + (options.expiresIn ?? 86_400n) }
  const suite = await loadSuite(options.suite ?? 1, trial.random)
  const { lastResort = false } = options
  return makeKeyPackage({ identity: utf8(name), suite, lifetime, lastResort, ...(await trial.credential?.(name)) })
}

const inApplication = `/apps/${appId}`

export async function createQueue(trial: Trial, clientId: string, appLabel = ''): Promise<string> {
  const json = { protocolVersion: 1, cipherSuite: 1, appLabel }
  const answer = await trial.send('POST', `${inApplication}/clients/${clientId}/queues`, { json })
  return `${inApplication}/clients/${clientId}/queues/${answer.json['keyQueueId']}`
}

/** Adds packages to the queue at a path; `more` goes into the body too. */
export function fill(trial: Trial, queue: string, packages: readonly OwnKeyPackage[], more = {}): Promise<Received> {
  const keyPackages = packages.map(({ message }) => base64(message))
  return trial.send('PATCH', queue, { json: { keyPackages, isReset: false, ...more } })
}

export function fetchPackage(trial: Trial, clientId: string, receiver: string, method = 'GET'): Promise<Received> {
  const query = `protocolVersion=1&cipherSuite=1&receiver_client_id=${receiver}`
  return trial.send(method, `${inApplication}/clients/${clientId}/keyPackage?${query}`)
}

export interface Room {
  readonly groupId: Uint8Array
  /** Path of the group. */
  readonly path: string
  put(what: 'proposals' | 'epochs', json: object): Promise<Received>
  read(what: string): Promise<Received>
  /** Messages of a list, parsed. */
  messages(what: string): Promise<Uint8Array[]>
}

export function roomAt(trial: Trial, groupId: Uint8Array): Room {
  const path = `${inApplication}/groups/${Buffer.from(groupId).toString('base64url')}`
  const read = (what: string) => trial.send('GET', `${path}/${what}`)
  return {
    groupId,
    path,
    put: (what, json) => trial.send('PUT', `${path}/${what}`, { json }),
    read,
    messages: async (what) => ((await read(what)).json['messages'] as string[]).map(octets),
  }
}

export function uploadGroup(trial: Trial, group: GroupExport, options: SendOptions = {}): Promise<Received> {
  const json = { groupInfo: base64(group.groupInfo), ratchetTree: base64(group.ratchetTree) }
  return trial.send('PUT', `${inApplication}/groups`, { json, ...options })
}

/** Makes a group of one member and uploads it. */
export async function openRoom(trial: Trial, creator: string, name = 'room'): Promise<{ member: Member; room: Room }> {
  const member = await createGroup({ groupId: utf8(name), own: await packageOf(trial, creator) })
  const { status, json } = await uploadGroup(trial, await exportGroup(member))
  if (status !== 201) throw new Error(`the group was not created: ${JSON.stringify(json)}`)
  return { member, room: roomAt(trial, utf8(name)) }
}

/** What `uploadCommit` takes for a commit a member made. */
export function commitBody(made: Pick<CommitResult, 'commitPacket' | 'welcomePacket' | 'groupInfo'>): object {
  return {
    commitPacket: base64(made.commitPacket),
    groupInfo: base64(made.groupInfo),
    ...(made.welcomePacket && { welcomePacket: base64(made.welcomePacket) }),
  }
}

/** The invitations of a handle, as uploaded octets. */
export async function invitations(
  trial: Trial,
  handle: string,
): Promise<{ welcome: Uint8Array; ratchetTree: Uint8Array }[]> {
  const { json } = await trial.send('GET', `${inApplication}/clients/${encodeURIComponent(handle)}/welcome-msgs`)
  return (json['joinInfos'] as { welcome: string; ratchetTree: string }[]).map(({ welcome, ratchetTree }) => ({
    welcome: octets(welcome),
    ratchetTree: octets(ratchetTree),
  }))
}
