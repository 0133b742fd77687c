// What edition 2023-03-17 states of the area `key-package-retrieval`.
import type { Statements } from '../../requirement.ts'

export const keyPackageRetrieval: Statements = {
  'key-package-retrieval/supported': {
    level: 'MUST',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:5d4d291353c1f2a4396cea658233c99c0837930e3347fff8c13459a2e1c4b489',
  },
  'key-package-retrieval/supported-for-gateways': {
    level: 'MUST',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:5d4d291353c1f2a4396cea658233c99c0837930e3347fff8c13459a2e1c4b489',
  },
  'key-package-retrieval/domain-required': {
    level: 'MUST',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:01a5fdeb41039d44a3fe55dee6509ed51bf049ddf50df973ee989e43518dc577',
  },
  'key-package-retrieval/foreign-domain-passed-on': {
    level: 'STEP',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:ffa4ce800ba822f61f0173d7cd155556c7084ffeeb9a1b99bef484417e419696',
  },
  'key-package-retrieval/all-attributes-match': {
    level: 'STEP',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:ebf938bfd579838430e76c8c7d423b0f4d909811bc199474e1587497ae3633eb',
  },
  'key-package-retrieval/absent-label-is-empty': {
    level: 'PROFILE',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:ebf938bfd579838430e76c8c7d423b0f4d909811bc199474e1587497ae3633eb',
  },
  'key-package-retrieval/no-queue-no-effect': {
    level: 'STEP',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:ce3d2f120b1be52b2895dd3da79bfdf539e7175bb970523ff919c1aa01a87bca',
  },
  'key-package-retrieval/same-receiver-same-package': {
    level: 'STEP',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:591c390d6f48375bca012db91d764523f8f5cd44e9b6ee203f0aa465361648b4',
  },
  'key-package-retrieval/new-receiver-new-package': {
    level: 'STEP',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:d2dd96d4ac0822137815961142b509d9f14755e6fdfcc7c0990c4a862c8f8dd6',
  },
  'key-package-retrieval/concurrent-receivers': {
    level: 'STEP',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:d2dd96d4ac0822137815961142b509d9f14755e6fdfcc7c0990c4a862c8f8dd6',
  },
  'key-package-retrieval/concurrent-one-receiver': {
    level: 'MUST',
    section: 'advancing-a-key-package-queue',
    fingerprint: 'sha256:00c3459a9c0c08b66d1bad78dfd7a9f5da6300a5b63e53d649abf22c00857258',
  },
  'key-package-retrieval/soonest-expiry-first': {
    level: 'SHOULD',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:5e01fdbf61997978531537899ad8b6966dd1c9ae3496b4226aa186dea4acc5d2',
  },
  'key-package-retrieval/final-key-last': {
    level: 'STEP',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:5b3d16f1cfc85e165cedaff2d715b8e8c8e4013dcd78a22a16dff02963395ce0',
  },
  'key-package-retrieval/nothing-left-no-effect': {
    level: 'STEP',
    section: 'key-package-retrieval',
    fingerprint: 'sha256:97baf1eb089250c6c5ebc8458f358393be92776417ee3d3343ec056e39d61014',
  },
  'key-package-retrieval/reset-drops-reservations': {
    level: 'STEP',
    section: 'key-queue-update',
    fingerprint: 'sha256:efe4b7c822c6952fdbe4db8a0a699454ecffd50930631af3643ff882271d4a27',
  },
  'key-package-retrieval/proxied-package-validated': {
    level: 'MUST',
    section: 'key-package-validation',
    fingerprint: 'sha256:856fc436dcf5c8fb58280c03939fdd09442c3f2b352bdce543fcabb11f4428eb',
  },
}
