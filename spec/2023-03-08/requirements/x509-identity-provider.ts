// What edition 2023-03-08 states of the area `x509-identity-provider`.
import type { Statements } from '../../requirement.ts'

export const x509IdentityProvider: Statements = {
  'x509-identity-provider/only-x509-credentials': {
    level: 'STEP',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:bbd4cdae831bbda7f0aecb686efd69d5f01a4fbeb20c4c21df749d60684f7e41',
  },
  'x509-identity-provider/chain-validated': {
    level: 'MUST',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:dd6f5c514c499f1a8484fa2fe545a404fea4a722173fd705114363e05921df99',
  },
  'x509-identity-provider/account-after-range': {
    level: 'STEP',
    section: 'x509-account-identifiers',
    fingerprint: 'sha256:393353770c1991712d1af713422dc244a559b96fce4dee5b3005a3ad0cbcc7d5',
    rows: ['X5-23'],
  },
  'x509-identity-provider/domain-after-range': {
    level: 'STEP',
    section: 'x509-domains-names',
    fingerprint: 'sha256:68787166924d0a730f4f666e27505fe99d0547f1e429a53f8dcc2c6eae473b08',
    rows: ['X5-24'],
  },
  'x509-identity-provider/domain-after-account': {
    level: 'STEP',
    section: 'x509-domains-names',
    fingerprint: 'sha256:c93a3f873be1fd5c74f98ca10bb4ac571b8df4a092392c8df449f862f9e602ed',
    rows: ['X5-24'],
    readings: ['A-37'],
  },
  'x509-identity-provider/handle-from-range': {
    level: 'STEP',
    section: 'x509-client-handles',
    fingerprint: 'sha256:54e4d4a352c7b07fd271bd12a873ad804e95933752ebe54c33abbd5da6f41b10',
    rows: ['X5-21'],
  },
  'x509-identity-provider/no-special-characters': {
    level: 'MUST',
    section: 'x509-identifiers',
    fingerprint: 'sha256:c9986785d4dcafffb8809b5b998883957540e8c852be842df848cc80a4e3b0d1',
    rows: ['X5-17'],
  },
  'x509-identity-provider/common-name-required': {
    level: 'STEP',
    section: 'x509-identifiers',
    fingerprint: 'sha256:44edbab69f18b8d3b466a09c7600a23e77122f0c93bf4f3732556aa7b7db11b9',
  },
  'x509-identity-provider/other-certificates-free': {
    level: 'STEP',
    section: 'x509-identifiers',
    fingerprint: 'sha256:15ba762ee8347d57d9e61b5f29667ca5ef0feae7d459597f948954f71299e022',
  },
  'x509-identity-provider/separator-only-between': {
    level: 'STEP',
    section: 'x509-identifiers',
    fingerprint: 'sha256:44edbab69f18b8d3b466a09c7600a23e77122f0c93bf4f3732556aa7b7db11b9',
  },
  'x509-identity-provider/account-from-one-certificate': {
    level: 'STEP',
    section: 'x509-account-identifiers',
    fingerprint: 'sha256:c3165c785e6a28398698a2e71452f9c5817c4a54b28942a055952aa06f6f7ba8',
  },
  'x509-identity-provider/leaf-key-matches': {
    level: 'MUST',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:dd6f5c514c499f1a8484fa2fe545a404fea4a722173fd705114363e05921df99',
  },
  'x509-identity-provider/timestamp-context': {
    level: 'STEP',
    section: 'handing-timestamps',
    fingerprint: 'sha256:6201867cb147d58e2e11375a08dd2fe1dedd0384135357e29c2ae18079c3ac18',
  },
  'x509-identity-provider/no-decoy': {
    level: 'MUST',
    section: 'x509-identity-provider',
    fingerprint: 'sha256:dd6f5c514c499f1a8484fa2fe545a404fea4a722173fd705114363e05921df99',
  },
}
