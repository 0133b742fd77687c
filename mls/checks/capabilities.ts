// What a member lacks of what a group asks of everybody (RFC 9420 sections 11.1 and 12.1.7).
import type { Capabilities } from 'ts-mls/capabilities.js'
import type { Extension } from 'ts-mls/extension.js'
import type { RequiredCapabilities } from 'ts-mls/requiredCapabilities.js'
import { readRequiredCapabilities } from '../codec/extensions.ts'
import { credentialNumber, extensionNumber } from '../codec/names.ts'
import type { PlacedLeaf } from '../tree/leaves.ts'
import type { Complaint } from './check.ts'

// Support of the types that RFC 9420 defines itself is taken for granted (section 7.2).
const lastDefaultExtension = 5
const lastDefaultProposal = 7

function missingFrom(capabilities: Capabilities, required: RequiredCapabilities): Complaint {
  const { extensionTypes, proposalTypes, credentialTypes } = required
  const extension = extensionTypes.find(
    (type) => type > lastDefaultExtension && !capabilities.extensions.includes(type),
  )
  if (extension !== undefined) return `expected support of extension ${extension}; found none`
  const proposal = proposalTypes.find((type) => type > lastDefaultProposal && !capabilities.proposals.includes(type))
  if (proposal !== undefined) return `expected support of proposal type ${proposal}; found none`
  const credential = credentialTypes.find((type) => !capabilities.credentials.includes(type))
  return credential === undefined
    ? undefined
    : `expected support of credential type ${credentialNumber(credential)}; found none`
}

/** The complaint about a member that does not support these group-context extensions or what they require. */
export function unsupportedBy(members: readonly PlacedLeaf[], extensions: readonly Extension[]): Complaint {
  const required = readRequiredCapabilities(extensions)
  for (const { leafIndex, leaf } of members) {
    const unknown = extensions
      .map(({ extensionType }) => extensionNumber(extensionType))
      .find((type) => type > lastDefaultExtension && !leaf.capabilities.extensions.includes(type))
    if (unknown !== undefined) return `expected support of extension ${unknown} by leaf ${leafIndex}; found none`
    const missing = required === undefined ? undefined : missingFrom(leaf.capabilities, required)
    if (missing !== undefined) return `leaf ${leafIndex}: ${missing}`
  }
  return undefined
}
