// The door to key packages of our own clients.
export type { Support } from './client/capabilities.ts'
export {
  initKeyOf,
  makeKeyPackage,
  makeSignatureKey,
  type OwnKeyPackage,
  type SignatureKey,
} from './client/key-package.ts'
