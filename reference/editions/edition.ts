// What an edition gives the gateway: its wire, the handles that wire can carry, and a binding for every operation.
import type { EditionId } from '../../spec/edition.ts'
import type { OperationInputs, OperationName, OperationOutputs, Operations } from '../../spec/operation.ts'
import type { Caller } from '../authorisation/authorisation.ts'
import type { Answer } from '../http/answer.ts'
import type { HandleRule } from '../identity/handle.ts'
import type { Parts } from '../parts.ts'
import type { Application } from '../store/store.ts'

/** A request that has been read and allowed. */
export interface Call<N extends OperationName> {
  readonly input: OperationInputs[N]
  readonly caller: Caller
  /** The application in the path; only the two operations on applications themselves have none. */
  readonly application: N extends 'defineApplication' | 'listApplications' ? undefined : Application
  /** True for HEAD: answer as GET would and assign nothing. */
  readonly peek: boolean
}

export type Handler<N extends OperationName> = (
  parts: Parts,
  call: Call<N>,
) => Answer<OperationOutputs[N]> | Promise<Answer<OperationOutputs[N]>>

export type Handlers = { readonly [N in OperationName]: Handler<N> }

export interface GatewayEdition {
  readonly id: EditionId
  readonly operations: Operations
  readonly handlers: Handlers
  /** Takes the longest handle in bytes. */
  readonly handleRule: (longest: number) => HandleRule
}
