// What edition 2023-03-08 states of the area `client-discovery`.
import type { Statements } from '../../requirement.ts'

export const clientDiscovery: Statements = {
  'client-discovery/lists-all-with-tag': {
    level: 'STEP',
    section: 'client-discovery',
    fingerprint: 'sha256:5ff70ce591dc68cb2aa3b61ad830b7f708e8216646752ca205025d844e0485c8',
  },
  'client-discovery/handle-member': {
    level: 'STEP',
    section: 'client-discovery',
    fingerprint: 'sha256:0148fe5cb898230bc0dc11406a2cafa30f1ea98c8b73a5a9ab90cab62f4df000',
    text: 'The handle of a found client stands in the member `clientIdentity`, in Base64.',
  },
  'client-discovery/stays-in-application': {
    level: 'STEP',
    section: 'client-discovery',
    fingerprint: 'sha256:5ff70ce591dc68cb2aa3b61ad830b7f708e8216646752ca205025d844e0485c8',
  },
}
