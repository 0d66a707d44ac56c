import { GraphQLError } from 'graphql'

/** A request that is refused before anything is read, because of what it would take. */
export const tooMuch = (code: string, message: string, facts: Readonly<Record<string, number>> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...facts, http: { status: 400 } } })
