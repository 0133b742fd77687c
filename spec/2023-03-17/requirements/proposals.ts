// What edition 2023-03-17 states of the area `proposals`.
import type { Statements } from '../../requirement.ts'

export const proposals: Statements = {
  'proposals/upload-supported': {
    level: 'MUST',
    section: 'proposals',
    fingerprint: 'sha256:d88bf3a8ad7d91900d46e9ebfb1f2341c80a5073bff5c3b587a71195cc42a339',
  },
  'proposals/group-exists': {
    level: 'STEP',
    section: 'proposals',
    fingerprint: 'sha256:f1955558663e26eeb9cecb0f27f6fc96750cb1cf8733e67aed15fb1d8564571d',
  },
  'proposals/valid-in-epoch': {
    level: 'STEP',
    section: 'proposals',
    fingerprint: 'sha256:4f0e9f362806fb02ed06cd42268652a5038e22ae72f2acb5aba211123c2f24f4',
  },
  'proposals/stored-unchanged': {
    level: 'STEP',
    section: 'proposals',
    fingerprint: 'sha256:7b1bc5c7417e3f3f7952e902fef7b8b6219bc629e8c7f3c9666c90d3eae73f02',
  },
  'proposals/all-listed': {
    level: 'MUST',
    section: 'proposals',
    fingerprint: 'sha256:c6cfc4dc75d60b000faa10be78cc79d63a1a183c68d7a12ad0fee1df79a7f9a7',
  },
  'proposals/emptied-by-commit': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:078762ee447dca2073280729e3553c7123ab46c3b3d4a23702f7f516e7e2d8f1',
  },
  'proposals/current-epoch-only': {
    level: 'STEP',
    section: 'group-state',
    fingerprint: 'sha256:96592e7289c0d1763d315acad48b5799dceac3d5cbcb56b59b2aedf1a0509e4e',
  },
  'proposals/forwarded': {
    level: 'MUST',
    section: 'group-evolution',
    fingerprint: 'sha256:1fe542d2118c7a549d8e32d1fa6574de84ac8520d78e739c684c78b745699ebf',
  },
  'proposals/members-only': {
    level: 'STEP',
    section: 'proposals',
    fingerprint: 'sha256:4f0e9f362806fb02ed06cd42268652a5038e22ae72f2acb5aba211123c2f24f4',
  },
}
