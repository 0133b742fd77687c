// A client of an X.509 application with a key queue, and chains of certificates for its key: one way for them to arrive.
import type { SubjectKey } from '../../mls/x509/authority/key-pair.ts'
import type { Authority, CertificateRequest, Subject, SubordinateRequest } from '../../mls/x509/authority.ts'
import type { Answer } from '../../simulator/answer.ts'
import { type Chain, certifiedPackage, deviceKey } from './certified-package.ts'
import { createQueue, type KeyQueue } from './key-queue.ts'
import { registerClient } from './registration.ts'
import type { Stage } from './stage.ts'
import { defineX509Application, handleFromLeaf, type Parameters, type X509Application } from './x509-application.ts'

export interface CertifiedQueue {
  readonly queue: KeyQueue
  /** The only trust anchor of the application. */
  readonly root: Authority
  /** The client's own key, for a certificate. */
  readonly device: SubjectKey
  /** A chain below the root, names from the leaf up; the root itself is left out. */
  chain(...names: readonly Subject[]): Promise<Chain>
  /** The client's certificate below that of one authority, with something different in either. */
  pair(change: PairChange): Promise<Chain>
  /** Uploads a fresh key package of the client with this chain; the answer is not judged here. */
  upload(chain: Chain): Promise<Answer<'updateKeyQueue'>>
  /** Puts such a key package in the place of the final key. */
  uploadFinal(chain: Chain): Promise<Answer<'updateKeyQueue'>>
}

export interface PairChange {
  readonly authority?: Partial<SubordinateRequest>
  readonly device?: Partial<CertificateRequest>
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
  const { handle = stage.alice.handleText, accounts = false, domains = false } = options
  const flags = { supportsAccounts: accounts, supportsDomains: domains }
  const application = await defineX509Application(stage, flags, options.parameters ?? handleFromLeaf(stage))
  return certifiedQueueIn(stage, application, handle)
}

/** The same in an application that is there. */
export async function certifiedQueueIn(
  stage: Stage,
  { server, root }: X509Application,
  handle: string,
): Promise<CertifiedQueue> {
  const { alice, world } = stage
  const client = await registerClient(server, { ...alice, handle: new TextEncoder().encode(handle) }, [])
  const queue = await createQueue(client, {
    protocolVersion: 1,
    cipherSuite: world.cipherSuite,
    appLabel: stage.label('certified'),
  })
  const device = await deviceKey(alice)
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
    async pair({ authority, device: change }) {
      const issuer = await root.createSubordinate({ subject: 'desk', ...authority })
      return [await issuer.issue({ subject: handle, publicKey: device, ...change }), issuer.certificate]
    },
    async upload(certificates) {
      return queue.update({ keyPackages: [(await certifiedPackage(stage, alice, { certificates })).message] })
    },
    async uploadFinal(certificates) {
      return queue.update({
        finalKey: (await certifiedPackage(stage, alice, { certificates, lastResort: true })).message,
      })
    },
  }
}
