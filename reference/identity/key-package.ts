// A key package that comes in on its own, uploaded or in another gateway's answer: the one place where this gateway reads it.
import { validateKeyPackage } from '../../mls/public-group.ts'
import type { GatewayRules } from './naming.ts'
import type { ClientName } from './provider.ts'

type Valid = Awaited<ReturnType<typeof validateKeyPackage>>

/**
 * The key package in an MLSMessage, and whom its credential names. It is judged by the same function as one in an Add
 * (`judgeKeyPackage` in mls/checks/key-package.ts). Throws MlsRejection.
 */
export async function readKeyPackage(
  message: Uint8Array,
  expect: Parameters<typeof validateKeyPackage>[1],
  rules: GatewayRules,
): Promise<Valid & { readonly name: ClientName }> {
  const valid = await validateKeyPackage(message, expect, rules)
  return { ...valid, name: rules.nameOf(valid.handle) }
}
