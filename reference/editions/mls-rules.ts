// What mls/ is to judge by for one application: the checks, the application's identity provider, suites and time.
import { unixSeconds } from '../clock.ts'
import type { GatewayRules } from '../identity/naming.ts'
import type { Parts } from '../parts.ts'
import type { Application } from '../store/store.ts'

export function mlsRules(parts: Parts, { configuration }: Application): GatewayRules {
  const { checks, suite, clock, applications, limits, naming } = parts
  return {
    checks,
    suite,
    maximumLifetime: BigInt(limits.keyPackageLifetime),
    now: () => unixSeconds(clock),
    identity: applications.providerOf(configuration).rules(configuration.identity),
    nameOf: (identifier) => naming.nameOf(configuration, identifier),
  }
}
