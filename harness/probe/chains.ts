// Chains that have to be refused, between two rounds of chains that have to be taken: a gateway may remember what it saw.
import type { Subject } from '../../mls/x509/authority.ts'
import type { TriedChains, TriedDerivation } from '../match/x509.ts'
import { Unreachable } from '../unreachable.ts'
import type { Chain } from './certified-package.ts'
import { type CertifiedQueue, certifiedQueue, certifiedQueueIn } from './certified-queue.ts'
import type { Stage } from './stage.ts'
import type { X509Application } from './x509-application.ts'

/** Uploads key packages under the first good chain, then under the flawed ones, then under all good ones. */
export async function tryChains(
  { queue, upload }: CertifiedQueue,
  { flawed, good }: { readonly flawed: readonly Chain[]; readonly good: readonly Chain[] },
): Promise<TriedChains> {
  const twins = await inOrder(good.slice(0, 1), upload)
  const before = [await queue.count()]
  const attacks = await inOrder(flawed, upload)
  const after = [await queue.count()]
  twins.push(...(await inOrder(good, upload)))
  return { before, attacks, after, twins }
}

/** A client under this handle, and the names of the certificates it presents, from the leaf up. */
export interface Claim {
  readonly handle: string
  readonly names: readonly Subject[]
}

/**
 * Tries whom a gateway takes for whom: for each claim a client is registered and a key package uploaded. The first true claim
 * comes before the false ones. A gateway that does not even register the handle of a false one has refused it.
 */
export async function tryClaims(
  stage: Stage,
  application: X509Application,
  { isFalse, isTrue }: { readonly isFalse: readonly Claim[]; readonly isTrue: readonly Claim[] },
): Promise<TriedChains> {
  const clients = await inOrder(isTrue, async ({ handle, names }) => {
    const client = await certifiedQueueIn(stage, application, handle)
    return async () => client.upload(await client.chain(...names))
  })
  const twins = await inOrder(clients.slice(0, 1), (upload) => upload())
  const attempts = await inOrder(isFalse, (claim) => attempt(stage, application, claim))
  twins.push(...(await inOrder(clients, (upload) => upload())))
  return {
    before: attempts.flatMap(({ before }) => before),
    attacks: attempts.map(({ attack }) => attack),
    after: attempts.flatMap(({ after }) => after),
    twins,
  }
}

/** The same, and as a control a client of an application that reads its handle from the leaf alone. */
export async function tryDerivation(
  stage: Stage,
  application: X509Application,
  claims: { readonly isFalse: readonly Claim[]; readonly isTrue: readonly Claim[] },
): Promise<TriedDerivation> {
  // A handle of its own: who takes handles to be unique over all applications is spared.
  const control = await certifiedQueue(stage, { handle: `${stage.alice.handleText}-control` })
  const plain = await control.upload(await control.chain())
  return { ...(await tryClaims(stage, application, claims)), plain }
}

async function attempt(stage: Stage, application: X509Application, { handle, names }: Claim) {
  try {
    const { queue, upload, chain } = await certifiedQueueIn(stage, application, handle)
    const before = [await queue.count()]
    const attack = await upload(await chain(...names))
    return { before, attack, after: [await queue.count()] }
  } catch (error) {
    if (!(error instanceof Unreachable) || error.answer?.operation !== 'registerClient') throw error
    return { before: [], attack: error.answer, after: [] }
  }
}

async function inOrder<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const thing of things) results.push(await work(thing))
  return results
}
