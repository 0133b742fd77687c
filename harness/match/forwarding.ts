// Demands on what passed between gateways: forwarded, forwarded once, kept here, and nothing that was not expected.
import { isDeepStrictEqual } from 'node:util'
import { type Answer, isAccepted } from '../../simulator/answer.ts'
import { unexpectedHeader } from '../../simulator/scripted-peer.ts'
import { all, type Judgement, met, unmet } from './judgement.ts'
import { groupOf } from './passed-on.ts'

/** The passages that carry an upload onwards: the same operation on the same path, with every member of its body. */
function copiesOf(upload: Answer, passages: readonly Answer[]): Answer[] {
  const { method } = upload.exchange.request
  const members = sentJson(upload)
  return passages.filter((passage) => {
    const { request } = passage.exchange
    if (request.method !== method || groupOf(passage) !== groupOf(upload)) return false
    const carried = sentJson(passage)
    return Object.entries(members).every(([name, value]) => isDeepStrictEqual(carried[name], value))
  })
}

/** The upload was carried to the other gateway, octets unchanged, and answered there; how often does not matter. */
export function forwarded(upload: Answer, passages: readonly Answer[]): Judgement {
  if (copiesOf(upload, passages).some(({ status }) => status !== undefined)) return met
  const actual = `${passages.length} request(s) on the link, none with this body`
  return unmet({ expected: 'the same upload at the other gateway', actual, at: upload.exchange.id })
}

/** The same, and once it was taken there, and that was answered, it was not carried there again. */
export function forwardedOnce(upload: Answer, passages: readonly Answer[]): Judgement {
  const isTaken = (copy: Answer) => isAccepted(copy) && copy.exchange.noAnswer === undefined
  const count = copiesOf(upload, passages).filter(isTaken).length
  if (count <= 1) return forwarded(upload, passages)
  return unmet({ expected: 'one upload at the other gateway', actual: `${count} alike`, at: upload.exchange.id })
}

/** The upload did not leave the gateway over this link. */
export function notForwarded(upload: Answer, passages: readonly Answer[]): Judgement {
  const [copy] = copiesOf(upload, passages)
  if (!copy) return met
  const actual = `sent to ${copy.exchange.to}`
  return unmet({ kind: 'took-effect', expected: 'nothing sent', actual, at: copy.exchange.id })
}

/** A peer that the suite plays was asked nothing but what its story expects. */
export function nothingUnexpected(passages: readonly Answer[]): Judgement {
  const strange = passages.filter(isUnexpected)
  return all(
    met,
    ...strange.map(({ exchange: { id, request } }) =>
      unmet({ expected: 'no request beyond the story', actual: `${request.method} ${request.target}`, at: id }),
    ),
  )
}

/** Whether a peer played by the suite was asked something that its story did not expect. */
export function isUnexpected({ exchange }: Answer): boolean {
  return exchange.response?.headers.some(([name]) => name.toLowerCase() === unexpectedHeader) ?? false
}

/** The JSON object that a request carries; empty where it carries none. */
function sentJson({ exchange }: Answer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(exchange.request.body))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
