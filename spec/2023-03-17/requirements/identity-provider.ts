// What edition 2023-03-17 states of the area `identity-provider`.
import type { Statements } from '../../requirement.ts'

export const identityProvider: Statements = {
  'identity-provider/credential-types': {
    level: 'MUST',
    section: 'identity-providers',
    fingerprint: 'sha256:9f914ed47203124e8d9c4b5ea10fd0011a687254ecd3f22fd250227240a6d047',
  },
  'identity-provider/validates-identity': {
    level: 'MUST',
    section: 'identity-providers',
    fingerprint: 'sha256:cc82500163ccd66be0cf9993fb4589dcaa1304ef2dba4334c54ba9d0502447fc',
  },
  'identity-provider/sees-new-extensions': {
    level: 'MUST',
    section: 'identity-providers',
    fingerprint: 'sha256:45a3662e3061a13f67372595fecd07200f02fb2e4fdb1019205765653daaf11a',
  },
  'identity-provider/no-duplicate-client': {
    level: 'MUST',
    section: 'identity-providers',
    fingerprint: 'sha256:3a76aa66ff47756831c2a4bb458c0c58cff936cf735df048146e7ad546c7a448',
  },
  'identity-provider/update-keeps-client': {
    level: 'MUST',
    section: 'identity-providers',
    fingerprint: 'sha256:5873313713b573efdd9c2c0ccb0c44e41147d9d82efc35d1f3197301024273e6',
  },
  'identity-provider/external-remove-own-client': {
    level: 'MUST',
    section: 'identity-providers',
    fingerprint: 'sha256:5873313713b573efdd9c2c0ccb0c44e41147d9d82efc35d1f3197301024273e6',
  },
  'identity-provider/successor-by-identifier': {
    level: 'STEP',
    section: 'identity-providers',
    fingerprint: 'sha256:08e4d22e0ad0969ea95c0bd6a9cd0c698c798a4b7cf35e028cc7db3d748f4043',
  },
  'identity-provider/configuration-members': {
    level: 'STEP',
    section: 'identity-providers',
    fingerprint: 'sha256:d6fdaa8680ad4d151eec01f96cb05f5b0fe874168c2aedd6e67d7c666b8dc946',
  },
  'identity-provider/flags-govern': {
    level: 'STEP',
    section: 'identity-providers',
    fingerprint: 'sha256:4062060cc1169b8f2e9312883d1508497f15af87898699ee0c265e1b9ddcea2e',
  },
  'identity-provider/account-of-client': {
    level: 'STEP',
    section: 'identity-providers',
    fingerprint: 'sha256:5bb7a48eb0f661e185b662ec036138561b5d93f2d9bcaf536c08248cdcf556b5',
  },
  'identity-provider/domain-of-client': {
    level: 'STEP',
    section: 'identity-providers',
    fingerprint: 'sha256:736140d899fa4e71bff7a8026114930c6929a866c7fc023e2b54015c3425af0c',
  },
}
