// What edition 2023-03-17 states of the area `commits`.
import type { Statements } from '../../requirement.ts'

export const commits: Statements = {
  'commits/upload-supported': {
    level: 'MUST',
    section: 'commits',
    fingerprint: 'sha256:3f63fe432e024b52a1b19330eb59403c06c2f2c12108d531ef2b4da5848bba62',
  },
  'commits/group-exists': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:f1955558663e26eeb9cecb0f27f6fc96750cb1cf8733e67aed15fb1d8564571d',
  },
  'commits/valid-in-epoch': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:a28609aa3c6fb3b2026d1701ef559f9f4249db1d83f6ed4dea8bfda31d394b74',
  },
  'commits/stored-unchanged': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:42228ba45ea22fe8eef10574b33a0855492e7fa86f40566b8e00d83009fa2ed3',
  },
  'commits/referenced-proposals-kept': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:d70d3ebef053d48c318c6941881e5081abe0823662e720a5fccc3355bd5dd0d7',
  },
  'commits/tree-and-context-follow': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:cb0340a0700dbd8adf2d6debcf0fe713f24828b849d6fcfcaa79ecfadde30cd2',
  },
  'commits/old-proposals-dropped': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:078762ee447dca2073280729e3553c7123ab46c3b3d4a23702f7f516e7e2d8f1',
  },
  'commits/group-info-replaced': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:078762ee447dca2073280729e3553c7123ab46c3b3d4a23702f7f516e7e2d8f1',
  },
  'commits/add-needs-welcome': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:a91c42b2b1ba28807e842e690175f20fed925f14c90fab6d904ad423225142c3',
  },
  'commits/welcome-for-each-added': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:7ddbc7550f46f9ab04e8a96ef6cfb5bbf40a133744e8626fd99d5ebd519d929b',
  },
  'commits/advances-queues': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:f34b6d2757687d52fee744ff0e6da57def8dd547d48b422a158808505a93bff4',
  },
  'commits/one-winner': {
    level: 'STEP',
    section: 'managing-groups-without-metadata-protection',
    fingerprint: 'sha256:2224fbf3b39aa026ed419da0c45d9f3f71d4a86265301615d5235ac0f9513814',
  },
  'commits/forwarded': {
    level: 'MUST',
    section: 'group-evolution',
    fingerprint: 'sha256:1fe542d2118c7a549d8e32d1fa6574de84ac8520d78e739c684c78b745699ebf',
  },
  'commits/repeated-commit': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:6892cfe88dadead83da7789aa1cec3cdb602ee59a4e87133524219144c0d7af3',
  },
  'commits/other-epoch-refused': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:6892cfe88dadead83da7789aa1cec3cdb602ee59a4e87133524219144c0d7af3',
  },
  'commits/removed-cannot-write': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:6892cfe88dadead83da7789aa1cec3cdb602ee59a4e87133524219144c0d7af3',
  },
}
