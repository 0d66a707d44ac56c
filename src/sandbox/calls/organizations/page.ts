import { AwsError } from '../../call.ts'
import type { OrderedIndex } from '../../world/ordered-index.ts'
import { takePage } from '../../world/page.ts'
import { keyInPageToken, pageToken } from '../../world/page-token.ts'

/** Organizations answers at most 20 items a page, whatever the call. */
const largestPage = 20

/** One page of an index, as every List call of Organizations answers it. */
export const pageOf = <T>(
  operation: string,
  index: OrderedIndex<T> | undefined,
  input: { MaxResults?: number | undefined; NextToken?: string | undefined },
): { items: T[]; NextToken: string | undefined } => {
  const limit = input.MaxResults ?? largestPage
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage)
    throw new AwsError('InvalidInputException', `MaxResults must be between 1 and ${largestPage}.`)
  const after = input.NextToken === undefined ? undefined : keyInPageToken(operation, input.NextToken)
  if (input.NextToken !== undefined && after === undefined)
    throw new AwsError('InvalidInputException', 'The NextToken that you specified is not valid.')
  if (index === undefined) return { items: [], NextToken: undefined }
  const { items, lastKey } = takePage(index.after(after), index.keyOf.bind(index), () => true, limit)
  return { items, NextToken: lastKey === undefined ? undefined : pageToken(operation, lastKey) }
}
