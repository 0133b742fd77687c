// The one error of mls/: what an MLS object was refused for, and the check and RFC section that refuse it.

export type MlsRejectionCode =
  | 'malformed'
  | 'unsupported-message'
  | 'unsupported-suite'
  | 'group-mismatch'
  | 'wrong-epoch'
  | 'invalid-key-package'
  | 'invalid-group-info'
  | 'invalid-proposal'
  | 'invalid-commit'
  | 'invalid-welcome'

/** The check that refuses: its row in the project's table of MLS checks and the section of RFC 9420 behind it. */
export interface RejectionSource {
  readonly row: string
  readonly section: string
}

/** Thrown by everything in mls/ for input that cannot be accepted. `message` says what was expected and what was found. */
export class MlsRejection extends Error {
  readonly code: MlsRejectionCode
  readonly row: string
  readonly section: string

  constructor(code: MlsRejectionCode, source: RejectionSource, message: string) {
    super(message)
    this.name = 'MlsRejection'
    this.code = code
    this.row = source.row
    this.section = source.section
  }
}
