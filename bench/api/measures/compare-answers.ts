import { isDeepStrictEqual } from 'node:util'
import { ask } from '../load/request.ts'
import type { Question } from './arena.ts'
import type { Rider } from './rider.ts'

/** So many sets of variables are compared for each query, spread over all of them. */
const compared = 20

/** Throws unless all contestants give the same answers: same objects, order, counts and amounts. */
export const compareAnswers = async (riders: readonly Rider[], questions: readonly Question[]): Promise<void> => {
  for (const { query, variables } of questions) {
    const step = Math.max(1, Math.floor(variables.length / compared))
    for (let index = 0; index < variables.length; index += step) {
      const set = variables[index] ?? {}
      const answers = await Promise.all(
        riders.map(async rider => ({
          name: rider.contestant.name,
          answer: rider.normalise(query, (await ask(rider.contestant.url, rider.request(query, set, index))).data),
        })),
      )
      const [first, ...others] = answers
      for (const other of others) {
        if (!isDeepStrictEqual(first?.answer, other.answer)) throw new Error(difference(query.key, set, first, other))
      }
    }
  }
}

type Named = { readonly name: string; readonly answer: unknown }

const difference = (key: string, variables: unknown, first: Named | undefined, other: Named): string => {
  const place = firstDifference(first?.answer, other.answer, [])
  return [
    `${key}: ${first?.name} and ${other.name} answer differently to ${JSON.stringify(variables)}`,
    `at ${place.path.join('.')}`,
    `${first?.name}: ${JSON.stringify(place.a)?.slice(0, 500)}`,
    `${other.name}: ${JSON.stringify(place.b)?.slice(0, 500)}`,
  ].join('\n')
}

const firstDifference = (a: unknown, b: unknown, path: string[]): { path: string[]; a: unknown; b: unknown } => {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [left, right] = [(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]]
      if (!isDeepStrictEqual(left, right)) return firstDifference(left, right, [...path, key])
    }
  }
  return { path, a, b }
}
