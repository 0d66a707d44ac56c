import type { GraphQLFormattedError } from 'graphql'
import { unavailable } from './errors.ts'

type Result = {
  readonly errors?: readonly GraphQLFormattedError[] | undefined
  readonly data?: Readonly<Record<string, unknown>> | null | undefined
}

/** Whether an answer has nothing but the database's absence to tell: 503, so that proxies and clients may try again. */
export const isUnavailable = ({ errors = [], data }: Result): boolean =>
  errors.length > 0 &&
  errors.every(({ extensions }) => extensions?.['code'] === unavailable) &&
  Object.values(data ?? {}).every(value => value === null)

export const unavailableHeaders = { 'retry-after': '5' } as const
