import type { GraphQLFormattedError } from 'graphql'
import type { Failed } from './compiled-reads.ts'

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

/** The result with its errors made fit for clients, as the executor's would be. */
export const formatFailed = ({ text, errors }: Failed, formatError: FormatError) => ({
  errors: errors.map(error =>
    formatError({ ...error.toJSON(), extensions: { code: 'INTERNAL_SERVER_ERROR', ...error.extensions } }, error),
  ),
  data: JSON.parse(text) as Record<string, unknown> | null,
})
