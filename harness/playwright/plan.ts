// The plan of a run: what the parent process tells the runner, its workers and its reporter, in one file.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { EditionId } from '../../spec/edition.ts'
import type { NetworkAddress } from '../link/remote.ts'
import type { RunningTarget } from '../target.ts'

export interface PlannedCheck {
  readonly edition: EditionId
  /** Name of the scenario. */
  readonly scenario: string
  /** Its story lets time pass. */
  readonly waits: boolean
  /** Its story needs a domain that is played for one story at a time. */
  readonly alone: boolean
}

export interface Plan {
  readonly target: RunningTarget
  /** The links between the target's gateways, where the parent runs them. */
  readonly network?: NetworkAddress | undefined
  readonly seed: number
  /** As `Execution` has it. */
  readonly fresh?: string | undefined
  /** How long one answer may take, in milliseconds. */
  readonly timeoutMs: number
  readonly workers: number
  readonly checks: readonly PlannedCheck[]
  readonly failFast: boolean
  readonly strictProfile: boolean
  /** What a command that runs one check again needs besides the check, for example ` --target acme.yaml`. */
  readonly reproduceWith: string
  /** Where progress goes (file descriptor 3): a line that changes, lines one after the other. */
  readonly progress: { readonly live: boolean; readonly color: boolean; readonly columns: number }
  /** Results go here, as `keepResult` has it. */
  readonly resultsFolder: string
  /** Once this file exists, checks that have not begun do not begin. */
  readonly stopFile: string
  /** The runner's own files go here. */
  readonly scratchFolder: string
}

/** Leads from the runner to its workers: names the environment variable with the path of the plan's file. */
export const planVariable = 'MIMI_CONFORMANCE_PLAN'

/** Waits for the path of the plan, the one line that the runner hears from its parent; its workers know it already. */
export async function learnPlan(): Promise<void> {
  if (process.env[planVariable] !== undefined) return
  const lines = createInterface(process.stdin)
  const [path] = (await once(lines, 'line')) as [string]
  lines.close()
  process.env[planVariable] = path
}

/** The plan of the run that this process works for. */
export function readPlan(): Plan {
  const path = process.env[planVariable]
  if (path === undefined) throw new Error(`${planVariable} is not set: this file is run by mimi-conformance`)
  return JSON.parse(readFileSync(path, 'utf8')) as Plan
}

export function titleOf({ edition, scenario }: Pick<PlannedCheck, 'edition' | 'scenario'>): string {
  return `${edition} ${scenario}`
}

/** How long one scenario may take before the runner gives it up, in milliseconds. */
export function storyTimeoutMs({ timeoutMs }: Plan): number {
  return timeoutMs * 60
}
