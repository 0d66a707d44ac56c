import { InvalidInput } from '../domain/invalid-input.ts'

/** The one object with this ID, or null; throws where there are several, naming the places of each. */
export const only = <Row>(id: string, found: readonly Row[], place: (row: Row) => string): Row | null => {
  if (found.length > 1)
    throw new InvalidInput(`${id} exists in ${found.map(place).sort().join(', ')}: say which is meant`)
  return found[0] ?? null
}
