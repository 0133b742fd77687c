// Configurations of X.509 applications that have to be refused, each with a twin under the same id that has to be taken.
import type { Answer } from '../../simulator/answer.ts'
import type { TriedDefinitions } from '../match/x509.ts'
import type { Stage } from './stage.ts'
import { authorityOf, type Parameters, trusting } from './x509-application.ts'

export interface ConfigurationCase {
  readonly flags: { readonly supportsAccounts: boolean; readonly supportsDomains: boolean }
  readonly flawed: Parameters
  readonly good: Parameters
}

/** Defines an application by the flawed parameters, tries to use it, and defines it by the good ones. */
export async function tryConfigurations(stage: Stage, cases: readonly ConfigurationCase[]): Promise<TriedDefinitions> {
  const { operator, domain, label } = stage
  const [server = ''] = domain.applicationServers
  const root = await authorityOf(stage)
  const [attacks, uses, twins]: [Answer[], Answer[], Answer[]] = [[], [], []]
  for (const { flags, flawed, good } of cases) {
    const { id } = stage.configuration()
    const define = (parameters: Parameters) =>
      operator.call('defineApplication', {
        appId: id,
        configuration: { id, identity: { type: 2, ...flags, parameters: trusting(root, parameters) } },
        applicationServers: [server],
        federatesWith: [],
      })
    attacks.push(await define(flawed))
    uses.push(await domain.applicationServer(server, id).findClients({ tag: label('nobody'), domain: domain.name }))
    twins.push(await define(good))
  }
  return { attacks, uses, twins }
}
