import { type GrantListEntry, type KMSClient, ListGrantsCommand } from '@aws-sdk/client-kms'
import type { KmsGrant } from '../../domain/facts.ts'
import { pagesBy } from '../pages.ts'

/** The most that a page holds (KMS API Reference, ListGrants). */
const pageSize = 100

export type ReadGrant = Omit<KmsGrant, 'keyArn' | 'accountId' | 'region'>

/** kms ListGrants: every grant of a key. */
export async function* listGrants(kms: KMSClient, keyArn: string): AsyncGenerator<ReadGrant[]> {
  const listing = pagesBy(
    Marker => kms.send(new ListGrantsCommand({ KeyId: keyArn, Limit: pageSize, Marker })),
    page => (page.Truncated ? page.NextMarker : undefined),
  )
  for await (const { Grants = [] } of listing) yield Grants.flatMap(grant => readGrant(grant) ?? [])
}

function readGrant(grant: GrantListEntry): ReadGrant | null {
  if (!grant.GrantId) return null
  return {
    grantId: grant.GrantId,
    name: grant.Name || null,
    granteePrincipal: grant.GranteePrincipal ?? grant.GranteeServicePrincipal ?? null,
    retiringPrincipal: grant.RetiringPrincipal ?? grant.RetiringServicePrincipal ?? null,
    issuingAccount: grant.IssuingAccount ?? null,
    operations: [...(grant.Operations ?? [])].sort(),
    constraints: grant.Constraints ?? null,
    creationDate: grant.CreationDate ?? null,
  }
}
