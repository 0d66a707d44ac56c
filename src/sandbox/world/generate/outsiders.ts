import type { ProductCode } from '@aws-sdk/client-ec2'

/** Accounts outside the organization. All made up, Amazon's too. */
export const amazonAccount = '581203744906'
export const backupVaultAccount = '664017359082'

/** A supplier, with an organization of its own, that shares images with Nordwind and gets some. */
export const supplier = {
  accountId: '730912846155',
  organizationArn: 'arn:aws:organizations::730912846155:organization/o-h4rb0url1t',
  unitArn: 'arn:aws:organizations::730912846155:ou/o-h4rb0url1t/ou-h4rb-7q2m9xkd',
}

/** Closed years ago; grants to it were forgotten (R12). */
export const closedAccount = '208466913570'
/** Nobody remembers whose it is. */
export const unknownAccount = '915530284417'

/** Publishers of community images, which anyone can be. */
export const communityAccounts = ['447719035218', '362085571943']

export type Product = { vendorAccount: string; name: string; version: string; code: ProductCode; isWindows?: true }

/** What Nordwind buys on the Marketplace, and one product from the days before it. */
export const products: readonly Product[] = [
  {
    vendorAccount: '679512040837',
    name: 'borealis-edge-firewall',
    version: '11.2.4',
    code: { ProductCodeId: '7k2vq0m9xw4hd81tznb5c3ryp', ProductCodeType: 'marketplace' },
  },
  {
    vendorAccount: '679512040837',
    name: 'tidemark-backup-server',
    version: '12.1.0',
    code: { ProductCodeId: 'c9x41jw8ntq7rz0kv5mhb2d6e', ProductCodeType: 'marketplace' },
  },
  {
    vendorAccount: '679512040837',
    name: 'keelstone-hardened-rhel-9',
    version: '1.0.31',
    code: { ProductCodeId: 'e5t8m1zr6pdk3wq9x0c7vjh24', ProductCodeType: 'marketplace' },
  },
  {
    vendorAccount: '153086429771',
    name: 'sextant-routing-engine',
    version: '4.9.2',
    code: { ProductCodeId: '6B2F91D4', ProductCodeType: 'devpay' },
  },
]

export const productNamed = (name: string): Product => {
  const product = products.find(candidate => candidate.name === name)
  if (product === undefined) throw new RangeError(`There is no product ${name}`)
  return product
}
