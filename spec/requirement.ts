// The shape of one requirement: what an edition of the draft (or the profile) asks, of whom, and how it can be seen.
import type { Capability } from './capability.ts'
import type { EditionId } from './edition-id.ts'
import type { ReadingId } from './reading.ts'

/**
 * How binding a requirement is in an edition. `STEP` is a processing step or definition stated without a BCP 14 word,
 * as binding as a MUST; `PROFILE` is decided by the wire profile where the draft is silent.
 */
export const levels = ['MUST', 'STEP', 'SHOULD', 'MAY', 'PROFILE'] as const
export type Level = (typeof levels)[number]

/** Who breaks the requirement when it is broken: only what binds the gateway can make a gateway fail. */
export type Binds = 'gateway' | 'caller' | 'operator'

/**
 * How a requirement is observed: by plain requests, with the suite playing the other gateway, by letting time pass,
 * through objects that a library makes, or not at all (then `why` says the reason).
 */
type Observable = 'wire' | 'wire-with-peer' | 'clock' | 'library' | 'none'

/** `<area>/<slug>`; an id names one behaviour and is unique within an edition. */
export type RequirementId = `${string}/${string}`

/** SHA-256 of the draft's sentence, normalised as `draft/prose.ts` does it. */
export type Fingerprint = `sha256:${string}`

/** One behaviour, said once, before any edition gives it a level. */
export interface Behaviour {
  readonly id: RequirementId
  /** Rows of the requirement tables that this behaviour covers, for example `KQ-04`. */
  readonly rows: readonly string[]
  readonly binds: Binds
  /** Capabilities without which the behaviour cannot be asked for. */
  readonly needs: readonly Capability[]
  /** The demand in our own words, one or two sentences. */
  readonly text: string
  readonly observable: Observable
  /** Why it cannot be observed, or what about it cannot. Required when `observable` is `none`. */
  readonly why?: string
  /** Editions in which it cannot be observed although it can in others, each with the reason. */
  readonly unseen?: Partial<Readonly<Record<EditionId, string>>>
  /** Why no faulty gateway can be made that breaks it and nothing else. */
  readonly noMutant?: string
  /** Why it matters, where no faulty gateway shows what users would suffer. */
  readonly matters?: string
  readonly readings?: readonly ReadingId[]
  /** The editions in which the behaviour exists; all of them when absent. */
  readonly editions?: readonly EditionId[]
  /** Where the profile takes the rule from, for example `RFC 9110 section 9.3.4`; the wire profile itself when absent. */
  readonly source?: string
}

/** A behaviour as one edition asks for it. */
export interface Requirement extends Behaviour {
  readonly level: Level
  /** Anchor of the draft's section (`key-queue-creation`), of an RFC (`RFC 9420 section 7.2`) or of the profile. */
  readonly section: string
  /** Present when the edition's text has a sentence for it. */
  readonly fingerprint?: Fingerprint
}

/** What an edition's text adds to a behaviour: its level there, where it stands, and the print of its sentence. */
export interface Statement {
  readonly level: Level
  readonly section: string
  readonly fingerprint?: Fingerprint
  /** Only where this edition's rows are not all of the behaviour's. */
  readonly rows?: readonly string[]
  /** Only where this edition words the demand differently. */
  readonly text?: string
  readonly readings?: readonly ReadingId[]
}

/** What one edition's text states, by the id of the behaviour. */
export type Statements = Readonly<Record<RequirementId, Statement>>
