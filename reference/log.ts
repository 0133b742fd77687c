// What the gateway tells its operator, as data; whoever starts it decides where that goes.

export interface LogEntry {
  readonly event: 'defect'
  readonly interfaceName: 'internal' | 'external'
  readonly method: string
  readonly target: string
  /** What was thrown, with its stack. */
  readonly reason: string
}

export type Log = (entry: LogEntry) => void
