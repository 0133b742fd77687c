// What edition 2023-03-08 states of the area `identity-provider`.
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
  'identity-provider/type-sixteen-bits': {
    level: 'STEP',
    section: 'identity-providers',
    fingerprint: 'sha256:79aaa241928cb690b8e29fe2900e94d05dacc82e88e3ec17bfc86332c50e93d0',
  },
}
