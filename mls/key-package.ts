// The door to key packages of our own clients.
export {
  type KeyPackageOptions,
  makeKeyPackage,
  makeSignatureKey,
  type OwnKeyPackage,
  type SignatureKey,
} from './client/key-package.ts'
