// What edition 2023-03-17 states of the area `joining`.
import type { Statements } from '../../requirement.ts'

export const joining: Statements = {
  'joining/welcomes-supported': {
    level: 'MUST',
    section: 'joining',
    fingerprint: 'sha256:0dedbca40936ce16edb1f183c236413691b4acfc32917d496b2a2c6c7c93cd04',
  },
  'joining/every-invitation': {
    level: 'STEP',
    section: 'joining',
    fingerprint: 'sha256:f034b19c2858ad527187bd643f83a3c1810a8bd80cfd1300742d8ff9a0721365',
  },
  'joining/welcome-unchanged': {
    level: 'STEP',
    section: 'joining',
    fingerprint: 'sha256:1817b59f284b41eac0fd5ddde36684967f6ffe6f2fe48eb5dcf5750cbe45d5c7',
  },
  'joining/tree-included': {
    level: 'STEP',
    section: 'joining',
    fingerprint: 'sha256:1817b59f284b41eac0fd5ddde36684967f6ffe6f2fe48eb5dcf5750cbe45d5c7',
  },
  'joining/tree-of-joining-epoch': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:7ddbc7550f46f9ab04e8a96ef6cfb5bbf40a133744e8626fd99d5ebd519d929b',
  },
  'joining/group-info-supported': {
    level: 'MUST',
    section: 'joining',
    fingerprint: 'sha256:d0959b07abf1c51766199c0d308171522eef17a76f5fd64a678a654a3272e4fb',
  },
  'joining/group-info-current': {
    level: 'STEP',
    section: 'group-state',
    fingerprint: 'sha256:d6278d2e135b40c44a6e06e98b85f7d3362bc53731a13a14939271b298e8bb7f',
  },
  'joining/at-most-one-group-info': {
    level: 'PROFILE',
    section: 'group-state',
    fingerprint: 'sha256:d6278d2e135b40c44a6e06e98b85f7d3362bc53731a13a14939271b298e8bb7f',
  },
}
