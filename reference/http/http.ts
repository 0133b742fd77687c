// The pieces of the gateway's HTTP side, by name, so that each can stand for itself.
import { Refusal } from '../refusal.ts'
import { renderAnswer, renderDefect, renderRefusal } from './answer.ts'
import { canonicalId, checkMediaType, decodePart } from './decode.ts'
import { parseJson } from './json.ts'
import { route } from './router.ts'
import { originForm, readQuery, readTarget } from './target.ts'

export interface Http {
  readonly readTarget: typeof readTarget
  readonly originForm: typeof originForm
  readonly readQuery: typeof readQuery
  readonly route: typeof route
  readonly canonicalId: typeof canonicalId
  readonly checkMediaType: typeof checkMediaType
  readonly parseJson: typeof parseJson
  readonly decodePart: typeof decodePart
  readonly renderAnswer: typeof renderAnswer
  readonly renderRefusal: typeof renderRefusal
  readonly renderDefect: typeof renderDefect
}

export const plainHttp: Http = {
  readTarget,
  originForm,
  readQuery,
  route,
  canonicalId,
  checkMediaType,
  parseJson,
  decodePart,
  renderAnswer,
  renderRefusal,
  renderDefect,
}

/** The refusal of a body longer than `limit` bytes. */
export function tooLarge(limit: number): Refusal {
  return new Refusal('too-large', `A body has at most ${limit} bytes.`)
}
