// What edition 2023-03-17 states of the area `x509-identity-provider`.
import type { Statements } from '../../requirement.ts'

export const x509IdentityProvider: Statements = {
  'x509-identity-provider/only-x509-credentials': {
    level: 'STEP',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:fab73bf42f47e88f19a7105b2c127173652fe643835c03a5a0645a00bc0c9389',
  },
  'x509-identity-provider/chain-validated': {
    level: 'MUST',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:c00cb7bd3f10fe7c5c5dcc9a5ffd0dd9a662e8f9c96ad82a83212b02b059d4e8',
  },
  'x509-identity-provider/chain-not-empty': {
    level: 'STEP',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:b6def66a59cca7d42859b3333d520cd0757113cd3c56378b9f267b5822197f2d',
  },
  'x509-identity-provider/range-not-reversed': {
    level: 'MUST',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:c26f98309036af9d7d3a8907d455070014d05cdedf57932bca2bda71cd8174a1',
  },
  'x509-identity-provider/account-after-range': {
    level: 'MUST',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:a872d4e322d4b99e2f85a679fba37f74fc94837c219ff182fea83f030996ab32',
    rows: ['X5-05'],
  },
  'x509-identity-provider/domain-after-range': {
    level: 'MUST',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:3549a54ee5da174a8dbd2175b5b99b82e3a0b549adfd54dff8014ed75f9f7bb2',
    rows: ['X5-06'],
  },
  'x509-identity-provider/domain-after-account': {
    level: 'MUST',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:8a73c135f06ebad08ebb292b5f00099f03fbfa558b44a5a7864121c38b6c6340',
    rows: ['X5-07'],
  },
  'x509-identity-provider/required-parameters': {
    level: 'STEP',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:6042fd813bd8bf01d81a165918013ec76252a048ccb964de3c6230a7a7a6c807',
  },
  'x509-identity-provider/offsets-from-leaf': {
    level: 'STEP',
    section: 'x509-device-handles',
    fingerprint: 'sha256:a34613c2b34d08610270d6981a77d46505b5315bea654294d7bdbf9c4c33af1b',
  },
  'x509-identity-provider/handle-from-range': {
    level: 'STEP',
    section: 'x509-device-handles',
    fingerprint: 'sha256:5fdf892c8f4bb7bedb399cd35d18197133725fb9a3072aac1d4d59df7a1a62d7',
    rows: ['X5-10'],
  },
  'x509-identity-provider/account-from-offset': {
    level: 'STEP',
    section: 'x509-account-handles',
    fingerprint: 'sha256:c957bfc8e0b0cfcc14515068f290688fd3d1525720dd22e57b62e3caf5742bc1',
  },
  'x509-identity-provider/domain-from-offset': {
    level: 'STEP',
    section: 'x509-domains-names',
    fingerprint: 'sha256:b1cc04e15c9b1e22e3016f48c38b0548999cdd6593a8bf8f7b8e3243df15df7e',
  },
  'x509-identity-provider/no-special-characters': {
    level: 'MUST',
    section: 'x509-identifiers',
    fingerprint: 'sha256:ae4a00a94d0eaaba4a0d74c5f308f3dc981fce8d505e9bc8490a8f2009f0c810',
    rows: ['X5-13'],
  },
  'x509-identity-provider/account-prefixes-handle': {
    level: 'STEP',
    section: 'x509-identifiers',
    fingerprint: 'sha256:e79d0955cc1e8e91207f76bfa2b4fc36190aa8e3c192c1143824662fa6d03a8b',
  },
  'x509-identity-provider/handle-unique-without-domains': {
    level: 'MUST',
    section: 'x509-identifiers',
    fingerprint: 'sha256:142ef6efe81a0765bd6c2cf3141c3888c657130975e78429d5cb2ae97968681e',
  },
  'x509-identity-provider/handle-unique-per-domain': {
    level: 'MUST',
    section: 'x509-identifiers',
    fingerprint: 'sha256:7bbcf00c47806b7d24fa84d4eb8c736beb08145849b029bc4f453c36c0650e04',
  },
  'x509-identity-provider/leaf-key-matches': {
    level: 'MUST',
    section: 'key-package-validation',
    fingerprint: 'sha256:856fc436dcf5c8fb58280c03939fdd09442c3f2b352bdce543fcabb11f4428eb',
  },
  'x509-identity-provider/timestamp-context': {
    level: 'STEP',
    section: 'handing-timestamps',
    fingerprint: 'sha256:6201867cb147d58e2e11375a08dd2fe1dedd0384135357e29c2ae18079c3ac18',
  },
  'x509-identity-provider/no-decoy': {
    level: 'MUST',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:c00cb7bd3f10fe7c5c5dcc9a5ffd0dd9a662e8f9c96ad82a83212b02b059d4e8',
  },
}
