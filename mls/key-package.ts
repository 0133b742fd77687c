// The door to key packages of our own clients.
export {
  makeKeyPackage,
  makeSignatureKey,
  type OwnKeyPackage,
  type SignatureKey,
} from './client/key-package.ts'
