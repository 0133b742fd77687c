// An application server: the caller that writes and reads one application's data on a gateway's internal interface.
import type { OperationInputs, OperationName } from '../spec/operation.ts'
import { operationNames } from '../spec/operation.ts'
import type { Answer } from './answer.ts'
import { type Alteration, type Caller, type CallerOptions, createCaller } from './caller.ts'

/** An operation's values without the application, which the application server adds. */
export type ApplicationInput<N extends OperationName> = Omit<OperationInputs[N], 'appId'>

type Calls = {
  readonly [N in OperationName]: (input: ApplicationInput<N>, alter?: Alteration) => Promise<Answer<N>>
}

export interface ApplicationServer extends Calls {
  readonly appId: string
  /** The caller behind it, for requests written by hand. */
  readonly caller: Caller
  /** The same application server with another credential, interface or application. */
  with(change: Partial<ApplicationServerOptions> & { readonly appId?: string }): ApplicationServer
}

export interface ApplicationServerOptions extends CallerOptions {
  /** The domain of its clients, where the gateway has several: operations that ask which one is meant are told. */
  readonly homeDomain?: string | undefined
}

/** Operations on a client of the gateway's own that may have to say of which of its domains. */
const askingWhich: ReadonlySet<OperationName> = new Set(['registerClient', 'welcomeMessages'])

/** An application server of the application `appId`: one method for each operation of the wire. */
export function createApplicationServer(options: ApplicationServerOptions, appId: string): ApplicationServer {
  const caller = createCaller(options)
  const homeOf = (name: OperationName) =>
    askingWhich.has(name) && options.homeDomain !== undefined ? { domain: options.homeDomain } : {}
  const calls = Object.fromEntries(
    operationNames.map((name) => [
      name,
      (input: ApplicationInput<typeof name>, alter?: Alteration) =>
        caller.call(name, { ...homeOf(name), ...input, appId } as OperationInputs[typeof name], alter),
    ]),
  ) as unknown as Calls
  return {
    ...calls,
    appId,
    caller,
    with: ({ appId: other = appId, ...change }) => createApplicationServer({ ...options, ...change }, other),
  }
}
