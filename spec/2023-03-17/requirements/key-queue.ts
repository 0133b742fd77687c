// What edition 2023-03-17 states of the area `key-queue`.
import type { Statements } from '../../requirement.ts'

export const keyQueue: Statements = {
  'key-queue/creation-supported': {
    level: 'MUST',
    section: 'key-queue-creation',
    fingerprint: 'sha256:51288de667d5e2d235d716480e561fd7a91d0353f1bca8b0e641eef442ec3eeb',
  },
  'key-queue/id-uuid-v4': {
    level: 'STEP',
    section: 'key-queue-creation',
    fingerprint: 'sha256:33d64dc3cb4156464ff1a47189dc3c7714fb4c20d973972fbc2704dc73828890',
  },
  'key-queue/keeps-attributes': {
    level: 'STEP',
    section: 'key-queue-creation',
    fingerprint: 'sha256:18f75b61a41003996c1d03046288ec5b71efb934df834e0f316c28e8350c7e7a',
  },
  'key-queue/unique-attributes': {
    level: 'MUST',
    section: 'key-queue-creation',
    fingerprint: 'sha256:bfa6e0366c65d56e5b006ec3c8ffe5de7d0c509622e63407c0154e7d656141aa',
  },
  'key-queue/one-client-one-suite': {
    level: 'STEP',
    section: 'managing-key-packages',
    fingerprint: 'sha256:0d00bc7877d5b8a2a1e3c95a03ed2e5fa9e88342e6f7d8e069e8d3a67e7e1a22',
  },
  'key-queue/update-supported': {
    level: 'MUST',
    section: 'key-queue-update',
    fingerprint: 'sha256:b38b6aba904550a59e8f04d4b70964eaca0e8ff3f26d53f66253549d8fcffeb6',
  },
  'key-queue/reset-replaces': {
    level: 'STEP',
    section: 'key-queue-update',
    fingerprint: 'sha256:efe4b7c822c6952fdbe4db8a0a699454ecffd50930631af3643ff882271d4a27',
  },
  'key-queue/append-keeps': {
    level: 'STEP',
    section: 'key-queue-update',
    fingerprint: 'sha256:e70ee43ceee6479d1ead5d37de26676a43246927cbba8857c2303aeb8a339161',
  },
  'key-queue/count-after-update': {
    level: 'STEP',
    section: 'key-queue-update',
    fingerprint: 'sha256:4eb8b446449dd62657a01a8e64795be3d7d724bd982c411bcb469ca533488d7d',
  },
  'key-queue/reset-to-empty': {
    level: 'STEP',
    section: 'key-queue-update',
    fingerprint: 'sha256:efe4b7c822c6952fdbe4db8a0a699454ecffd50930631af3643ff882271d4a27',
  },
  'key-queue/relabel-offered': {
    level: 'MAY',
    section: 'key-queue-update',
    fingerprint: 'sha256:4c2c88f735545ce876c8a5b3de8464611a811bd606445593e2cc4459e5ab8174',
  },
  'key-queue/unsupported-never-ignored': {
    level: 'PROFILE',
    section: 'key-queue-update',
    fingerprint: 'sha256:4c2c88f735545ce876c8a5b3de8464611a811bd606445593e2cc4459e5ab8174',
  },
  'key-queue/relabel-replaces': {
    level: 'STEP',
    section: 'key-queue-update',
    fingerprint: 'sha256:ae96db1e350ff5e1e766d330f64fc1291caf13ef663f74dd15b3c4b2ea2f8ce6',
  },
  'key-queue/final-key-validated': {
    level: 'SHOULD',
    section: 'key-queue-update',
    fingerprint: 'sha256:208448f147ade24598fc5d48442e6281dc35353d499455a2673eca0c020ee78e',
  },
  'key-queue/final-key-replaced': {
    level: 'STEP',
    section: 'key-queue-update',
    fingerprint: 'sha256:ff285a0cd7fceb8c40f1b781f0853bbe89099f651b858a96879832c9d5204042',
  },
  'key-queue/final-keys-offered': {
    level: 'MAY',
    section: 'managing-key-packages',
    fingerprint: 'sha256:ee09b9e3e2036e3bad925e0486b8f2eb39e944757803706a6bb6f8abe0b34f3d',
  },
  'key-queue/final-key-warning': {
    level: 'MUST',
    section: 'managing-key-packages',
    fingerprint: 'sha256:b9708938f5f52ce7a40d434e7e943545d1e097e527ff9b152fadefd2c20659d8',
  },
  'key-queue/deletion-left-open': {
    level: 'STEP',
    section: 'key-pool-deletion',
    fingerprint: 'sha256:337e547a950fc8a98592f10d964c1e79a304961790a8da0ce449a1f000cefabb',
  },
  'key-queue/items-are-mls-messages': {
    level: 'STEP',
    section: 'key-package-validation',
    fingerprint: 'sha256:c9dfd2474f8e6d2e347365ce7744f772385e87f218caeea5c0e03b2f67b1259b',
  },
}
