import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import type { Random } from '../../../src/sandbox/world/random.ts'

/** Values that occur in the database, by what they are; so that random filters find something. */
export type KnownValues = {
  readonly accounts: readonly string[]
  readonly regions: readonly string[]
  /** AWS's IDs of anything */
  readonly ids: readonly string[]
  readonly nodeIds: readonly string[]
  readonly texts: readonly string[]
  readonly times: readonly string[]
  /** Moments that something is remembered of */
  readonly moments: readonly string[]
}

/** A value for an input of a type, as JSON; `field` says what it is for. */
export const randomValue = (
  random: Random,
  known: KnownValues,
  type: GraphQLInputType,
  field: string,
  depth = 0,
): unknown => {
  if (!isNonNullType(type) && random.chance(0.05)) return null
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    return Array.from({ length: random.below(4) }, () => randomValue(random, known, nullable.ofType, field, depth + 1))
  }
  if (isEnumType(nullable)) return random.pick(nullable.getValues()).name
  if (nullable.name === 'MonthRange' && random.chance(0.98)) {
    const [from, to] = [random.pick(months), random.pick(months)].sort()
    return { from, to }
  }
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields())
    const isNested = (name: string) => name === 'any' || name === 'all' || name === 'not'
    const chosen = fields.filter(
      ({ name, type: inner, defaultValue }) =>
        (isNonNullType(inner) && defaultValue === undefined) ||
        (isNested(name) ? depth < 4 && random.chance(0.15) : random.chance(Math.min(0.6, 2.5 / fields.length))),
    )
    return Object.fromEntries(
      chosen.map(({ name, type: inner }) => [
        name,
        randomValue(random, known, inner, isOperator(name) ? field : name, depth + 1),
      ]),
    )
  }
  switch (nullable.name) {
    case 'Boolean':
      return random.chance(0.5)
    case 'Int':
      return random.chance(0.03) ? random.pick([-1, 1001]) : random.below(6)
    case 'AccountId':
      return random.pick(known.accounts)
    case 'Region':
      return random.pick(known.regions)
    case 'DateTime':
      return random.pick(['asOf', 'since', 'until'].includes(field) && random.chance(0.9) ? known.moments : known.times)
    case 'YearMonth':
      return random.pick([...months, '2022-01'])
    case 'ID':
      return random.pick(idsFor(random, known, field))
    default:
      return field === 'like' || random.chance(0.2) ? pattern(random, known) : random.pick(known.texts)
  }
}

const months = ['2025-12', '2026-01', '2026-02', '2026-03']

/** Mostly IDs of the right kind. */
const idsFor = (random: Random, known: KnownValues, field: string): readonly string[] => {
  if (field === 'node' || field === 'ids') return known.nodeIds
  const form = forms[field]
  const fitting = form && random.chance(0.97) ? known.ids.filter(id => form.test(id)) : []
  return fitting.length > 0 ? fitting : known.ids
}

const forms: Readonly<Record<string, RegExp>> = {
  imageId: /^ami-/,
  sourceImageId: /^ami-/,
  instanceId: /^i-/,
  snapshotId: /^snap-/,
  organizationalUnitId: /^(ou|r)-/,
  organizationalUnit: /^(ou|r)-/,
  productCode: /^(?!ami-|i-|snap-|ou-|r-)/,
}

const isOperator = (name: string) => name === 'eq' || name === 'in'

const pattern = (random: Random, known: KnownValues): string => {
  // By characters: half of a pair is no text.
  const letters = [...random.pick(known.texts)]
  const [cut, text] = [random.below(letters.length + 1), letters.join('')]
  const [head, tail] = [letters.slice(0, cut).join(''), letters.slice(cut).join('')]
  return random.pick([`${head}*`, `*${tail}`, text.replace(/./u, '?'), '*', `\\${text}`])
}
