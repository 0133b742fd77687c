// What mls/ is to judge by for one application: the checks, the application's identity provider, suites and time.
import type { Rules } from '../../mls/public-group.ts'
import { unixSeconds } from '../clock.ts'
import type { Parts } from '../parts.ts'
import type { Application } from '../store/store.ts'

export function mlsRules({ checks, suite, clock, applications, limits }: Parts, { configuration }: Application): Rules {
  return {
    checks,
    suite,
    maximumLifetime: BigInt(limits.keyPackageLifetime),
    now: () => unixSeconds(clock),
    identity: applications.providerOf(configuration).rules(configuration.identity),
  }
}
