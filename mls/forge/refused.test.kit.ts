// For tests of forge only: the group that forged objects are sent to, and how one row is shown to be what refuses them.
import assert from 'node:assert/strict'
import { type Rules, withoutCheck } from '../public-group.ts'
import { MlsRejection } from '../rejection.ts'
import { addMembers, makeWorld, proposeIn, removeMember, type World } from '../world.test.kit.ts'

/** Leaves: Alice 0, Bob 1, blank 2, Dave 3, Erin 4; several parents are not blank. */
export async function makeTarget(): Promise<World> {
  let world = await makeWorld(1)
  world = await addMembers(world, 'alice', ['bob', 'carol', 'dave', 'erin'], true)
  world = await addMembers(world, 'dave', [], true)
  return removeMember(world, 'alice', 'carol')
}

/** The same group with an Update of Alice and one of Bob waiting. */
export async function withUpdates(world: World): Promise<World> {
  return proposeIn(await proposeIn(world, 'alice', { type: 'update' }), 'bob', { type: 'update' })
}

/** `stays`: the object is refused by something else too once the row is left out, and why that cannot be avoided. */
export interface Case {
  readonly row: string
  readonly code: string
  readonly stays?: string
}

/** Refused with this row and code by all checks; without the row accepted, unless the case says why not. */
export async function refusedOnlyBy(
  { rules }: World,
  { row, code, stays }: Case,
  attempt: (rules: Rules) => Promise<unknown>,
): Promise<void> {
  await assert.rejects(attempt(rules), (error) => {
    assert.ok(error instanceof MlsRejection, String(error))
    assert.deepEqual(
      { row: error.row, code: error.code, message: error.message },
      { row, code, message: error.message },
    )
    return true
  })
  if (code === 'unsupported-suite') return
  const lenient = attempt({ ...rules, checks: withoutCheck(rules.checks, row) })
  if (stays === undefined) await lenient
  else await assert.rejects(lenient, MlsRejection)
}

export function nameOf(flaw: { readonly kind: string }): string {
  return Object.values<unknown>({ ...flaw })
    .map((value) => {
      if (value instanceof Uint8Array) return `${value.length} bytes`
      return typeof value === 'object' && value !== null && 'kind' in value
        ? nameOf(value as { kind: string })
        : String(value)
    })
    .join(' ')
}
