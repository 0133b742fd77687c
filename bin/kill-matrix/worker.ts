// A worker process of the kill matrix: takes the name of a subject, gives what the suite says of it.
import { loadScenarios } from '../../harness/load.ts'
import type { Saying } from './meet.ts'
import { meet } from './meet.ts'
import { loadSubjects } from './subjects.ts'

/** Sent by the parent. */
export interface Order {
  readonly name: string
  readonly full: boolean
}

/** Sent back. */
export interface Reply {
  readonly name: string
  readonly said: readonly Saying[]
}

const scenarios = await loadScenarios()
const subjects = await loadSubjects()

process.on('disconnect', () => process.exit())
process.on('SIGINT', () => {})
process.on('message', async ({ name, full }: Order) => {
  const subject = subjects.find(({ kind, id }) => `${kind} ${id}` === name)
  if (!subject) throw new Error(`there is no ${name}`)
  process.send?.({ name, said: await meet(subject, scenarios, full) } satisfies Reply)
})
process.send?.('ready')
