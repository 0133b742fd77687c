// What edition 2023-03-17 states of the area `group-state`.
import type { Statements } from '../../requirement.ts'

export const groupState: Statements = {
  'group-state/kept-per-group': {
    level: 'STEP',
    section: 'group-state',
    fingerprint: 'sha256:a889bb6085416eeb1aeaa1305840e5c35671cb8c34d488dff00bad7ece8a5180',
  },
  'group-state/members-by-handle': {
    level: 'STEP',
    section: 'group-state',
    fingerprint: 'sha256:da78cea3d0d5ef8748845e587d7162628bf92c92856365ffc945a35ab0162335',
  },
  'group-state/conflicts-resolved': {
    level: 'STEP',
    section: 'managing-groups-without-metadata-protection',
    fingerprint: 'sha256:2224fbf3b39aa026ed419da0c45d9f3f71d4a86265301615d5235ac0f9513814',
  },
  'group-state/validated-as-outsider': {
    level: 'STEP',
    section: 'managing-groups-without-metadata-protection',
    fingerprint: 'sha256:2224fbf3b39aa026ed419da0c45d9f3f71d4a86265301615d5235ac0f9513814',
  },
}
