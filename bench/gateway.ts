// A reference gateway for measurements, with one Basic application and nobody in it.
import { referenceGateway, referenceInstance } from '../bin/reference-target.ts'
import { newToken, system } from '../bin/system.ts'
import type { Gateway, Parts } from '../reference/gateway.ts'
import type { Application } from '../reference/store/store.ts'

export interface Measured {
  readonly gateway: Gateway
  readonly parts: Parts
  readonly application: Application
  /** Of the application's own server. */
  readonly token: string
}

const appId = '6f1f5a0e-3f0c-4f5a-9a55-0c1f5a0e3f0c'
/** Path of the application. */
export const appPath = `/apps/${appId}`

export async function startMeasured(): Promise<Measured> {
  const instance = referenceInstance({ edition: '2023-03-17', domain: 'a.example' }, newToken)
  const [server] = instance.applicationServers
  let parts: Parts | undefined
  const gateway = referenceGateway(instance, {
    ...system,
    log: () => undefined,
    alter: (assembled) => {
      parts = assembled
      return assembled
    },
  })
  const identity = { identity_provider_type: 1, supports_accounts: false, supports_domains: false, parameters: {} }
  const definition = {
    configuration: { id: appId, identity_configuration: identity },
    applicationServers: [server?.name],
    federatesWith: [],
  }
  await gateway.internal({
    method: 'PUT',
    target: appPath,
    headers: [
      ['authorization', `Bearer ${instance.operatorToken}`],
      ['content-type', 'application/json'],
    ],
    body: new TextEncoder().encode(JSON.stringify(definition)),
  })
  const application = parts?.store.applications.get(appId)
  if (parts === undefined || application === undefined || server === undefined)
    throw new Error('the gateway to be measured has no application')
  return { gateway, parts, application, token: server.token }
}
