import { AwsError } from '../../call.ts'
import { takePage } from '../../world/page.ts'
import { keyInPageToken, pageToken } from '../../world/page-token.ts'
import { invalidParameter } from './errors.ts'

export type PageInput = { MaxResults?: number | undefined; NextToken?: string | undefined }

export type PageRule = {
  operation: string
  smallest: number
  largest: number
  /** Without MaxResults some calls answer everything at once, others their largest page */
  unlimited: boolean
  /** Some calls cut a page that is too large instead of refusing it */
  clamped?: boolean
}

/** The key after which the page starts, and how many items it takes at most. */
export const pageStart = (
  rule: PageRule,
  input: PageInput,
): { after: string | undefined; limit: number | undefined } => {
  const { MaxResults: wanted, NextToken: token } = input
  if (wanted !== undefined && (wanted < rule.smallest || (wanted > rule.largest && !rule.clamped)))
    throw invalidParameter('maxResults', wanted, `Expecting a value between ${rule.smallest} and ${rule.largest}.`)
  const after = token === undefined ? undefined : keyInPageToken(rule.operation, token)
  if (token !== undefined && after === undefined)
    throw new AwsError('InvalidParameterValue', 'The NextToken is invalid')
  // A token without a page size goes on with the largest page: AWS leaves that open
  const unlimited = rule.unlimited && token === undefined
  return {
    after,
    limit: wanted === undefined ? (unlimited ? undefined : rule.largest) : Math.min(wanted, rule.largest),
  }
}

/** One page out of items that start after the page's key. */
export const pageFrom = <T>(
  rule: PageRule,
  items: Iterable<T>,
  keyOf: (item: T) => string,
  isWanted: (item: T) => boolean,
  limit: number | undefined,
): { items: T[]; NextToken: string | undefined } => {
  const page = takePage(items, keyOf, isWanted, limit)
  return {
    items: page.items,
    NextToken: page.lastKey === undefined ? undefined : pageToken(rule.operation, page.lastKey),
  }
}

/** MaxResults has no meaning where the caller lists what it wants. */
export const refusePaging = (input: PageInput, parameter: string): void => {
  if (input.MaxResults !== undefined)
    throw new AwsError(
      'InvalidParameterCombination',
      `The parameter ${parameter} cannot be used with the parameter maxResults`,
    )
}
