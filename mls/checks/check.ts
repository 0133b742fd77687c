// A check as data: one rule of RFC 9420, named by its row, that can be taken out or replaced without touching the others.

/** What is wrong, in words ("expected …; found …"); undefined when nothing is. */
export type Complaint = string | undefined

export interface Check<Context> {
  /** Row of the project's table of MLS checks, e.g. 'FR-07'. */
  readonly row: string
  /** E.g. '9420 section 12.4.2'. */
  readonly section: string
  readonly name: string
  /** Returns the complaint (or throws an MlsRejection); pure but for the rules it is given. */
  run(context: Context): Complaint | Promise<Complaint>
}
