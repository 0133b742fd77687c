// What edition 2023-03-17 states of the area `client-discovery`.
import type { Statements } from '../../requirement.ts'

export const clientDiscovery: Statements = {
  'client-discovery/lists-all-with-tag': {
    level: 'STEP',
    section: 'client-discovery',
    fingerprint: 'sha256:455af62bd6172fdb7395c2ebfba0b4c12cf3d3bc360305d39f383c06b8348326',
  },
  'client-discovery/handle-member': {
    level: 'STEP',
    section: 'client-discovery',
    fingerprint: 'sha256:3fffa32ef58d7509a3a4362fe8b23a7bc3ef8bdf76aadb5b447ca070f29060b3',
    text: 'The handle of a found client stands in the member `clientHandle`, as a bare string.',
  },
  'client-discovery/stays-in-application': {
    level: 'STEP',
    section: 'client-discovery',
    fingerprint: 'sha256:5ff70ce591dc68cb2aa3b61ad830b7f708e8216646752ca205025d844e0485c8',
  },
  'client-discovery/domain-required': {
    level: 'MUST',
    section: 'client-discovery',
    fingerprint: 'sha256:01a5fdeb41039d44a3fe55dee6509ed51bf049ddf50df973ee989e43518dc577',
  },
  'client-discovery/foreign-domain-passed-on': {
    level: 'STEP',
    section: 'client-discovery',
    fingerprint: 'sha256:a3873267c617fbca808e06fc21b55d3f7456d168eb179481a6b35a66d2b0c713',
  },
  'client-discovery/own-domain-local': {
    level: 'STEP',
    section: 'client-discovery',
    fingerprint: 'sha256:455af62bd6172fdb7395c2ebfba0b4c12cf3d3bc360305d39f383c06b8348326',
  },
}
