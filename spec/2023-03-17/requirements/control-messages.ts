// What edition 2023-03-17 states of the area `control-messages`.
import type { Statements } from '../../requirement.ts'

export const controlMessages: Statements = {
  'control-messages/supported': {
    level: 'MUST',
    section: 'commits',
    fingerprint: 'sha256:49cc71ae859c02febe8e1615f25693172c359b93e4557c0bea05b0bd9912aa98',
  },
  'control-messages/range-complete': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:a8c869b3fdb19c19b19906334e367146c7270e4949dd13b1e0d27b3c67c0d4e8',
  },
  'control-messages/creating-commit-included': {
    level: 'PROFILE',
    section: 'commits',
    fingerprint: 'sha256:a8c869b3fdb19c19b19906334e367146c7270e4949dd13b1e0d27b3c67c0d4e8',
  },
  'control-messages/open-end': {
    level: 'STEP',
    section: 'commits',
    fingerprint: 'sha256:81f7411beac6d6541230da7fe653e1d72a256303a360b8d48e2aec17f0303f18',
  },
}
