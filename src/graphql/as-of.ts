import type { GraphQLResolveInfo } from 'graphql'
import { InvalidInput, NotRemembered } from '../domain/invalid-input.ts'

/** Clocks differ; beyond this a moment lies in the future. */
const toleranceMs = 60_000

/** A moment as text, that of an argument `asOf` unless named. Throws InvalidInput for the future: nobody knows it. */
export const readMoment = (moment: Date, argument = 'asOf'): string => {
  if (moment.getTime() > Date.now() + toleranceMs) throw new InvalidInput(`${argument} lies in the future`)
  return moment.toISOString()
}

/** For fields that nothing is remembered of. Throws where their object is wanted as of a moment. */
export const checkIsNow = (asOf: string | undefined, { fieldName }: Pick<GraphQLResolveInfo, 'fieldName'>): void => {
  if (asOf !== undefined) throw new NotRemembered(`${fieldName} is not remembered: ask for it without asOf`)
}
