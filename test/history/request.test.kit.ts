// What a history is made of: requests that name clients, queues and MLS objects, and the answers they got.
import type { Received } from '../../reference/trial.test.kit.ts'

export type HistoryRequest =
  | { readonly op: 'register'; readonly handle: string; readonly tags: readonly string[] }
  | {
      readonly op: 'edit'
      readonly client: string
      readonly handle?: string | undefined
      readonly add: readonly string[]
      readonly remove: readonly string[]
    }
  | { readonly op: 'delete' | 'retrieve'; readonly client: string }
  | { readonly op: 'find'; readonly tag: string }
  | { readonly op: 'createQueue'; readonly client: string; readonly label: string }
  | {
      readonly op: 'update'
      readonly client: string
      readonly queue: string
      /** Names of key packages of the pool. */
      readonly packages: readonly string[]
      readonly reset: boolean
      readonly label?: string | undefined
      readonly final?: string | undefined
    }
  | { readonly op: 'deleteQueue'; readonly client: string; readonly queue: string }
  | { readonly op: 'fetch'; readonly client: string; readonly label: string; readonly receiver: string }
  | { readonly op: 'createGroup' | 'log' | 'proposals' | 'info'; readonly group: string }
  | { readonly op: 'propose'; readonly proposal: string }
  | { readonly op: 'commit'; readonly commit: string }
  | { readonly op: 'welcomes'; readonly handle: string }

export interface Exchange {
  readonly request: HistoryRequest
  readonly answer: Received
}

/** One line that says what was asked and what came back. */
export function describeExchange({ request, answer }: Exchange): string {
  const { op, ...given } = request
  const body = JSON.stringify(answer.json, (_, value) =>
    typeof value === 'string' && value.length > 60 ? `${value.slice(0, 8)}…${value.slice(-8)}` : value,
  )
  return `${op} ${JSON.stringify(given)} -> ${answer.status} ${body}`
}
