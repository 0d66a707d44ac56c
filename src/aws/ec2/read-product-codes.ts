import type { ProductCode as Ec2ProductCode } from '@aws-sdk/client-ec2'
import type { ProductCode } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'

/** (R14) Product codes in a stable order, each once. */
export function readProductCodes(given: readonly Ec2ProductCode[] = []): ProductCode[] {
  const codes = new Map<string, ProductCode>()
  for (const { ProductCodeId, ProductCodeType } of given)
    if (ProductCodeId)
      codes.set(ProductCodeId, {
        productCode: ProductCodeId,
        kind: spell('productCodeKind', ProductCodeType) ?? 'OTHER',
      })
  return [...codes.values()].sort((a, b) => (a.productCode < b.productCode ? -1 : 1))
}
