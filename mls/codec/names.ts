// Code points of RFC 9420 section 17 and the names ts-mls gives them.

import { type CredentialTypeName, credentialTypes } from 'ts-mls/credentialType.js'
import { type CiphersuiteName, ciphersuites } from 'ts-mls/crypto/ciphersuite.js'
import { defaultExtensionTypes } from 'ts-mls/defaultExtensionType.js'
import type { ExtensionType, Extension as NamedExtension } from 'ts-mls/extension.js'
import type { Extension } from '../identity.ts'

/** Unknown suites have no name in ts-mls but their number as text. */
export function suiteNumber(name: CiphersuiteName): number {
  return ciphersuites[name] ?? Number(name)
}

export function credentialNumber(name: CredentialTypeName): number {
  return credentialTypes[name] ?? Number(name)
}

export function extensionNumber(type: ExtensionType): number {
  return typeof type === 'number' ? type : defaultExtensionTypes[type]
}

export function extensionName(number: number): ExtensionType {
  const named = Object.entries(defaultExtensionTypes).find(([, value]) => value === number)
  return named === undefined ? number : (named[0] as ExtensionType)
}

export function toWireExtension(extension: NamedExtension): Extension {
  return { type: extensionNumber(extension.extensionType), data: extension.extensionData }
}

export function credentialName(number: number): CredentialTypeName {
  const named = Object.entries(credentialTypes).find(([, value]) => value === number)
  return (named?.[0] ?? String(number)) as CredentialTypeName
}

export function suiteName(number: number): CiphersuiteName {
  const named = Object.entries(ciphersuites).find(([, value]) => value === number)
  return (named?.[0] ?? String(number)) as CiphersuiteName
}
