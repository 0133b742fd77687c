// Demands on the clients that discovery, retrieval and editing show.
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import type { ClientEntry } from '../../spec/operation.ts'
import { accepted } from './answer.ts'
import { type Judgement, met } from './judgement.ts'
import { equal } from './value.ts'

/** A client as it must be shown. */
export interface ShownClient {
  /** The answer to its registration, which named it. */
  readonly registered: Answer<'registerClient'>
  /** The handle as UTF-8 text. */
  readonly handle: string
  readonly tags: readonly string[]
}

/** The search found exactly these clients, in any order, each with its id, its handle and all its tags in any order. */
export function finds(found: Answer<'findClients'>, expected: readonly ShownClient[]): Judgement {
  const { value, exchange } = found
  if (!isAccepted(found) || !value) return accepted(found)
  const shown = value.identities.map(entryFacts)
  return equal(byHandle(shown), byHandle(expected.map(expectedFacts)), `${exchange.id}.identities`)
}

/** The search found exactly the clients of these registrations; what it says of them is not looked at. */
export function findsIds(found: Answer<'findClients'>, registered: readonly Answer<'registerClient'>[]): Judgement {
  const { value, exchange } = found
  if (!isAccepted(found) || !value) return accepted(found)
  const ids = value.identities.map(({ clientId }) => clientId.toLowerCase())
  const expected = registered.map((answer) => answer.value?.clientId.toLowerCase())
  // In the order of the registrations: what a gateway draws must not decide how a mismatch reads.
  const places = new Map(expected.map((id, index) => [id, index]))
  const placeOf = (id: string) => places.get(id) ?? expected.length
  return equal(
    ids.toSorted((left, right) => placeOf(left) - placeOf(right)),
    expected,
    `${exchange.id}.identities, their clientId`,
  )
}

/** The search found nobody; whether it says so by an empty list or by a refusal is another question. */
export function findsNobody(found: Answer<'findClients'>): Judgement {
  const { value, exchange, status = 0 } = found
  if (value === undefined && status >= 400 && status <= 499) return met
  if (!isAccepted(found) || !value) return accepted(found)
  return equal(value.identities.length, 0, `${exchange.id}.identities, how many`)
}

/** The answer shows this client and nothing else. */
export function shows(answer: Answer<'retrieveClient' | 'editClient'>, expected: ShownClient): Judgement {
  const { value, exchange } = answer
  if (!isAccepted(answer) || !value) return accepted(answer)
  return equal(entryFacts(value), expectedFacts(expected), `${exchange.id}.body`)
}

interface Facts {
  readonly clientId: string | undefined
  readonly handle: string
  readonly tags: readonly string[]
}

function entryFacts({ clientId, clientHandle, tags }: ClientEntry): Facts {
  return { clientId: clientId.toLowerCase(), handle: new TextDecoder().decode(clientHandle), tags: [...tags].sort() }
}

function expectedFacts({ registered, handle, tags }: ShownClient): Facts {
  return { clientId: registered.value?.clientId.toLowerCase(), handle, tags: [...tags].sort() }
}

/** Ids are the gateway's to draw; two entries of one handle stay as they were given. */
function byHandle(clients: readonly Facts[]): readonly Facts[] {
  return clients.toSorted((left, right) => (left.handle < right.handle ? -1 : left.handle > right.handle ? 1 : 0))
}
