import { AwsFailure } from './aws-failure.ts'

/**
 * Asks for page after page until AWS gives no further token. A token that comes twice would never end: it fails, so
 * that the listing does not count as complete.
 */
export async function* pages<Output extends { NextToken?: string | undefined }>(
  ask: (nextToken: string | undefined) => Promise<Output>,
): AsyncGenerator<Output> {
  let token: string | undefined
  do {
    const page = await ask(token)
    yield page
    if (page.NextToken !== undefined && page.NextToken !== '' && page.NextToken === token)
      throw new AwsFailure('InvalidResponse', 'The same NextToken came twice: the listing would never end', 'transient')
    token = page.NextToken
  } while (token !== undefined && token !== '')
}
