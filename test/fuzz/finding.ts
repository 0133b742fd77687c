// What must never happen, whatever comes in: an answer of 5xx of the gateway's own making, a throw, a second of work.
import type { RefusalCode } from '../../reference/refusal.ts'

/** Something that must not happen, with what is needed to see it again. */
export interface Finding {
  readonly what: string
  readonly leg: string
  readonly seed: number
  /** The input itself: a request with its body in Base64, or octets in Base64. */
  readonly input: unknown
}

/** The longest that one input may keep the gateway at work, in milliseconds of this process's processor time. */
const longestWorkMs = 1_000

const peersFault: readonly RefusalCode[] = ['peer-failed', 'peer-timeout', 'configuration-mismatch']

/** What is wrong with an answer; undefined where nothing is. */
export function faultOf({ status, body }: { readonly status: number; readonly body: Uint8Array }): string | undefined {
  if (status < 400) return undefined
  const text = new TextDecoder().decode(body)
  const code = /"urn:mimi:problem:([a-z0-9-]+)"/.exec(text)?.[1]
  if (status >= 500 && !peersFault.some((one) => one === code)) return `status ${status}: ${text.slice(0, 300)}`
  if (body.length > 0 && code === undefined) return `status ${status} without a problem document: ${text.slice(0, 300)}`
  return undefined
}

/** Runs `work` and says if it took too much processor time, which other processes on the machine do not change. */
export async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly fault: string | undefined }> {
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  const workMs = (user + system) / 1_000
  return { value, fault: workMs > longestWorkMs ? `${Math.round(workMs)} ms of work for one input` : undefined }
}
