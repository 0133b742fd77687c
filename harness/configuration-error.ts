// What the user has to put right before anything can run: one line that says what, where, and what was expected.

/** Thrown for wrong usage or configuration; its message is the line a person reads, and the exit code is 2. */
export class ConfigurationError extends Error {
  constructor(line: string) {
    super(line)
    this.name = 'ConfigurationError'
  }
}
