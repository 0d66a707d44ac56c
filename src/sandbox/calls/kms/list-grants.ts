import type { ListGrantsRequest, ListGrantsResponse } from '@aws-sdk/client-kms'
import { AwsError, type Call } from '../../call.ts'
import { takePage } from '../../world/page.ts'
import { keyInPageToken, pageToken } from '../../world/page-token.ts'
import { visibleKey } from './find-key.ts'

const usualPage = 50
const largestPage = 100

export const listGrants: Call<ListGrantsRequest, ListGrantsResponse> = (input, context) => {
  const { KeyId, Limit: limit = usualPage, Marker: marker, GrantId, GranteePrincipal } = input
  const key = visibleKey(KeyId, 'ListGrants', context)
  if (limit < 1 || limit > largestPage)
    throw new AwsError('ValidationException', `Limit must be between 1 and ${largestPage}`)
  const operation = `ListGrants ${key.arn}`
  const after = marker === undefined ? undefined : keyInPageToken(operation, marker)
  if (marker !== undefined && after === undefined) throw new AwsError('InvalidMarkerException', 'Invalid marker')
  const grants = key.grants.toSorted((a, b) => (a.grantId < b.grantId ? -1 : 1))
  const { items, lastKey } = takePage(
    grants.filter(({ grantId }) => after === undefined || grantId > after),
    ({ grantId }) => grantId,
    grant =>
      (GrantId === undefined || grant.grantId === GrantId) &&
      (GranteePrincipal === undefined || grant.granteePrincipal === GranteePrincipal),
    limit,
  )
  return {
    Grants: items.map(grant => ({
      KeyId: key.arn,
      GrantId: grant.grantId,
      Name: grant.name,
      CreationDate: grant.createdAt,
      GranteePrincipal: grant.granteePrincipal,
      RetiringPrincipal: grant.retiringPrincipal,
      IssuingAccount: grant.issuingAccount,
      Operations: grant.operations,
      Constraints: grant.constraints,
    })),
    NextMarker: lastKey === undefined ? undefined : pageToken(operation, lastKey),
    Truncated: lastKey !== undefined,
  }
}
