import { InvalidInput } from './invalid-input.ts'

/** Which way a lineage is followed: to what an image was made from, or to what was made from it. */
export type LineageDirection = 'ANCESTORS' | 'DESCENDANTS'

const greatestDepth = 100

/** The depth itself; throws where a lineage cannot be followed so far. */
export const checkLineageDepth = (depth: number): number => {
  if (depth >= 1 && depth <= greatestDepth) return depth
  throw new InvalidInput(`depth has to be from 1 to ${greatestDepth}, it is ${depth}`)
}
