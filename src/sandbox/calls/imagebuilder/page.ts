import { AwsError, type CallContext } from '../../call.ts'
import { takePage } from '../../world/page.ts'
import { keyInPageToken, pageToken } from '../../world/page-token.ts'

const largestPage = 25

/** One page of what an account has, in the order of its keys, as every List call of Image Builder answers it. */
export const pageOf = <Item>(
  operation: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { maxResults = largestPage, nextToken }: { maxResults?: number | undefined; nextToken?: string | undefined },
): { items: Item[]; nextToken: string | undefined } => {
  if (maxResults < 1 || maxResults > largestPage)
    throw new AwsError('InvalidParameterValueException', `maxResults must be between 1 and ${largestPage}`)
  const after = nextToken === undefined ? '' : keyInPageToken(operation, nextToken)
  if (after === undefined) throw new AwsError('InvalidPaginationTokenException', 'The nextToken is not valid')
  const sorted = items.filter(item => keyOf(item) > after).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const page = takePage(sorted, keyOf, () => true, maxResults)
  return { items: page.items, nextToken: page.lastKey === undefined ? undefined : pageToken(operation, page.lastKey) }
}

/** What a loaded dump has no answer of must not look like an account without pipelines or images (R20). */
export const refuseUnknown = (operation: string, { world, caller, region }: CallContext, resourceId?: string): void => {
  const answer = { accountId: caller.accountId, region, operation, ...(resourceId !== undefined && { resourceId }) }
  if (!world.isKnown(answer))
    throw new AwsError('ForbiddenException', `The loaded folder has no answer of ${operation} for this account.`, 403)
}
