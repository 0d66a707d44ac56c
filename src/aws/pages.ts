import { AwsFailure } from './aws-failure.ts'

/**
 * Asks for page after page until AWS gives no further token. A token that comes twice would never end: it fails, so
 * that the listing does not count as complete.
 */
export function pages<Output extends { NextToken?: string | undefined }>(
  ask: (nextToken: string | undefined) => Promise<Output>,
): AsyncGenerator<Output> {
  return pagesBy(ask, page => page.NextToken)
}

/** `pages` of a call that names its token otherwise. */
export async function* pagesBy<Output>(
  ask: (token: string | undefined) => Promise<Output>,
  tokenOf: (page: Output) => string | undefined,
): AsyncGenerator<Output> {
  let token: string | undefined
  do {
    const page = await ask(token)
    yield page
    const next = tokenOf(page)
    if (next !== undefined && next !== '' && next === token)
      throw new AwsFailure('InvalidResponse', 'The same NextToken came twice: the listing would never end', 'transient')
    token = next
  } while (token !== undefined && token !== '')
}
