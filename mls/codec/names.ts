// Code points of RFC 9420 section 17 and the names ts-mls gives them.

import { type CredentialTypeName, credentialTypes } from 'ts-mls/credentialType.js'
import { type CiphersuiteName, ciphersuites } from 'ts-mls/crypto/ciphersuite.js'
import { defaultExtensionTypes } from 'ts-mls/defaultExtensionType.js'
import type { ExtensionType, Extension as NamedExtension } from 'ts-mls/extension.js'
import { type ProtocolVersionName, protocolVersions } from 'ts-mls/protocolVersion.js'
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
  return (credentialNames.get(number) ?? String(number)) as CredentialTypeName
}

export function suiteName(number: number): CiphersuiteName {
  return (suiteNames.get(number) ?? String(number)) as CiphersuiteName
}

const credentialNames = namesOf(credentialTypes)
const suiteNames = namesOf(ciphersuites)
const versionNumbers: Record<string, number> = protocolVersions
const versionNames = namesOf(versionNumbers)

export function versionNumber(name: ProtocolVersionName): number {
  return versionNumbers[name] ?? Number(name)
}

/**
 * An unknown version is entered in ts-mls's own table under its number: ts-mls looks names up there when it writes them, and alone
 * of all names has no other way to write one it does not know (B13).
 */
export function versionName(number: number): ProtocolVersionName {
  const known = versionNames.get(number)
  if (known !== undefined) return known as ProtocolVersionName
  const name = String(number)
  versionNumbers[name] = number
  versionNames.set(number, name)
  return name as ProtocolVersionName
}

function namesOf(numbers: Readonly<Record<string, number>>): Map<number, string> {
  return new Map(Object.entries(numbers).map(([name, number]) => [number, name]))
}
