import { InvalidInput, InvalidPageSize } from '../domain/invalid-input.ts'

export const defaultPageSize = 50
export const largestPageSize = 1000

/** The arguments that every connection has. */
export type PageArguments = {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** Which way a page is read, and how many nodes it has at most. */
export const readPageArguments = ({ first, after, last, before }: PageArguments) => {
  if (isGiven(first) && isGiven(last)) {
    throw new InvalidInput('Give first to read forward or last to read backward, not both')
  }
  return {
    size: checkPageSize(isGiven(last) ? 'last' : 'first', first ?? last ?? defaultPageSize),
    backward: isGiven(last),
    after: after ?? null,
    before: before ?? null,
  }
}

/** The size itself; throws where a page cannot have it. */
export const checkPageSize = (argument: string, size: number): number => {
  if (size >= 0 && size <= largestPageSize) return size
  throw new InvalidPageSize(`${argument} has to be from 0 to ${largestPageSize}, it is ${size}`)
}

const isGiven = (value: number | null | undefined) => value !== null && value !== undefined
