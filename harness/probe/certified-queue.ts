// A client of an X.509 application with a key queue, and chains of certificates for its key: one way for them to arrive.
import { makeKeyPackage } from '../../mls/key-package.ts'
import type { Authority, CertificateRequest, Subject } from '../../mls/x509/authority.ts'
import type { Answer } from '../../simulator/answer.ts'
import { seconds } from '../../simulator/clock.ts'
import { createQueue, type KeyQueue } from './key-queue.ts'
import { registerClient } from './registration.ts'
import type { Stage } from './stage.ts'
import { defineX509Application, handleFromLeaf, type Parameters } from './x509-application.ts'

/** Certificates in DER, that of the client first. */
export type Chain = readonly Uint8Array[]

export interface CertifiedQueue {
  readonly queue: KeyQueue
  /** The only trust anchor of the application. */
  readonly root: Authority
  /** The client's own key, for a certificate. */
  readonly device: CertificateRequest['publicKey']
  /** A chain below the root, names from the leaf up; the root itself is left out. */
  chain(...names: readonly Subject[]): Promise<Chain>
  /** Uploads a fresh key package of the client with this chain; the answer is not judged here. */
  upload(chain: Chain): Promise<Answer<'updateKeyQueue'>>
}

export interface CertifiedOptions {
  /** The handle that Alice's client is registered under. Default: hers. */
  readonly handle?: string
  readonly accounts?: boolean
  readonly domains?: boolean
  /** Default: the common name of the leaf is the handle. */
  readonly parameters?: Parameters
}

/** Defines the application, registers Alice's client in it and opens a queue; `Unreachable` where the gateway refuses. */
export async function certifiedQueue(stage: Stage, options: CertifiedOptions = {}): Promise<CertifiedQueue> {
  const { alice, world } = stage
  const { handle = alice.handleText, accounts = false, domains = false, parameters = handleFromLeaf(stage) } = options
  const flags = { supportsAccounts: accounts, supportsDomains: domains }
  const { server, root } = await defineX509Application(stage, flags, parameters)
  const known = { ...alice, handle: new TextEncoder().encode(handle) }
  const client = await registerClient(server, known, [])
  const queue = await createQueue(client, {
    protocolVersion: 1,
    cipherSuite: world.cipherSuite,
    appLabel: stage.label('certified'),
  })
  const { suite, signatureKey } = await alice.keyPackage()
  const device = { signatureKey: signatureKey.publicKey, cipherSuite: suite.id }
  return {
    queue,
    root,
    device,
    async chain(leaf = handle, ...issuers) {
      const path: Authority[] = [root]
      for (const subject of issuers.toReversed()) path.unshift(await (path[0] ?? root).createSubordinate({ subject }))
      const [nearest = root] = path
      const own = await nearest.issue({ subject: leaf, publicKey: device })
      return [own, ...path.slice(0, -1).map(({ certificate }) => certificate)]
    },
    async upload(certificates) {
      const now = seconds(world.clock)
      const lifetime = { notBefore: now - 3600n, notAfter: now + 7_776_000n }
      const own = { identity: known.handle, certificates, suite, lifetime, signatureKey }
      return queue.update({ keyPackages: [(await makeKeyPackage(own)).message] })
    },
  }
}

/** Uploads flawed chains, then good ones, and counts what the queue holds before and after the flawed. */
export async function tryChains(
  { queue, upload }: CertifiedQueue,
  { flawed, good }: { readonly flawed: readonly Chain[]; readonly good: readonly Chain[] },
) {
  const before = await queue.count()
  const attacks = await inOrder(flawed, upload)
  const after = await queue.count()
  return { before, attacks, after, twins: await inOrder(good, upload) }
}

async function inOrder<A>(chains: readonly Chain[], upload: (chain: Chain) => Promise<A>): Promise<A[]> {
  const answers: A[] = []
  for (const chain of chains) answers.push(await upload(chain))
  return answers
}
