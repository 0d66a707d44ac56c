import type { GraphQLResolveInfo } from 'graphql'
import { InvalidInput, NotRemembered } from '../domain/invalid-input.ts'

/** Clocks differ; beyond this a moment lies in the future. */
const toleranceMs = 60_000

/** The moment of an argument `asOf`, as text. Throws InvalidInput for the future: nobody knows it. */
export const readMoment = (asOf: Date): string => {
  if (asOf.getTime() > Date.now() + toleranceMs) throw new InvalidInput('asOf lies in the future')
  return asOf.toISOString()
}

/** For fields that nothing is remembered of. Throws where their object is wanted as of a moment. */
export const checkIsNow = (asOf: string | undefined, { fieldName }: Pick<GraphQLResolveInfo, 'fieldName'>): void => {
  if (asOf !== undefined) throw new NotRemembered(`${fieldName} is not remembered: ask for it without asOf`)
}
