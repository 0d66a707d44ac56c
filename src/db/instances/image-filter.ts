import { sql } from 'kysely'
import { column } from '../concept.ts'
import { exists, type FilterInput, type Filters, matches, oneOf, type Predicate } from '../filter.ts'
import { imageFilters } from '../images/filters.ts'

/**
 * Conditions on the image behind an instance. An image of which nothing is known fulfils neither a condition nor its
 * negation. What only the image's row says goes into one look at that row, however many conditions there are.
 */
export const imageBehind: Predicate = (t, input: FilterInput, wanted) => matches(filters, gather(input), t, wanted)

const filters: Filters = {
  imageId: oneOf(column('image_id')),
  /** (R13) As the settings of the instance's own account and Region have it */
  allowed: (t, value: boolean, wanted) =>
    exists(
      () => sql`select from amigraph.instance_image_metadata seen
        where seen.account_id = ${column('account_id')(t)} and seen.region = ${column('region')(t)}
          and seen.image_id = ${column('image_id')(t)} and ${value === wanted ? sql`` : sql`not `}seen.image_allowed`,
    )(t, value as never, true),
  image: (t, input: FilterInput, wanted) => sql`exists (
    select from amigraph.images image
    where image.region = ${column('region')(t)} and image.image_id = ${column('image_id')(t)}
      and ${matches(imageFilters, input, 'image', wanted)})`,
}

const ofInstance = ['imageId', 'allowed']

/** Gathers what the image's row alone decides under `image`. */
const gather = (input: FilterInput): FilterInput => {
  if (!mentionsInstance(input)) return { image: input }
  const entries = Object.entries(input).filter(([, value]) => value !== null && value !== undefined)
  const ofImage = entries.filter(([name]) => !ofInstance.includes(name) && !isCombinator(name))
  return {
    ...Object.fromEntries(entries.filter(([name]) => ofInstance.includes(name))),
    ...(ofImage.length > 0 && { image: Object.fromEntries(ofImage) }),
    ...Object.fromEntries(
      entries
        .filter(([name]) => isCombinator(name))
        .map(([name, value]) => [
          name,
          name === 'not' ? gather(value as FilterInput) : gatherEach(name, value as FilterInput[]),
        ]),
    ),
  }
}

const gatherEach = (name: string, inputs: readonly FilterInput[]): FilterInput[] => {
  const ofImage = inputs.filter(input => !mentionsInstance(input))
  return [
    ...(ofImage.length > 0 ? [{ image: { [name]: ofImage } }] : []),
    ...inputs.filter(mentionsInstance).map(gather),
  ]
}

const isCombinator = (name: string) => name === 'any' || name === 'all' || name === 'not'

const mentionsInstance = (input: FilterInput): boolean =>
  Object.entries(input).some(
    ([name, value]) =>
      value !== null &&
      value !== undefined &&
      (ofInstance.includes(name) ||
        (isCombinator(name) && [value].flat().some(inner => mentionsInstance(inner as FilterInput)))),
  )
