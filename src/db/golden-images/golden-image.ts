import { sql } from 'kysely'
import { type Concept, column, nameKey, type Relation, textKey } from '../concept.ts'
import { oneOf, text } from '../filter.ts'
import { image } from '../images/image.ts'
import { relate } from '../relation.ts'

/** (R19) Golden families that have an image, each with how far its releases are adopted. */
export const goldenImage: Concept = {
  name: 'GoldenImage',
  from: t => sql`(
    select distinct g.origin, g.family from amigraph.golden_images g where not g.is_copy) as ${sql.ref(t)}`,
  fields: { family: column('family'), origin: column('origin') },
  always: ['family', 'origin'],
  filters: { family: text(column('family')), origin: oneOf(column('origin')) },
  orders: { FAMILY: [nameKey('family'), textKey('origin')] },
  defaultOrder: { field: 'FAMILY', direction: 'ASC' },
}

/** What every row of a family has. */
export type GoldenImageRow = { readonly family: string; readonly origin: string }

const ofFamily = { origin: 'origin', family: 'family' }

/** The family of what names one. */
export const goldenImageByKey = relate('golden image', goldenImage, { family: 'goldenFamily', origin: 'goldenOrigin' })

/** Releases of a family, the current one first. */
export const goldenRelease: Concept = {
  name: 'GoldenRelease',
  from: t => sql`amigraph.golden_releases as ${sql.ref(t)}`,
  fields: {
    origin: column('origin'),
    family: column('family'),
    release: column('release'),
    version: column('version'),
    createdAt: column('created_at'),
    supersededAt: column('superseded_at'),
    // Where another release of the family is, but not this one.
    missingRegions: t => sql`to_json(array(
      select distinct other.region from amigraph.golden_images other
      where other.origin = ${column('origin')(t)} and other.family = ${column('family')(t)} and not other.is_copy
        and not exists (
          select from amigraph.golden_images g join amigraph.images i on i.region = g.region and i.image_id = g.image_id
          where g.origin = other.origin and g.family = other.family and g.release = ${column('release')(t)}
            and not g.is_copy and g.region = other.region and i.state = 'AVAILABLE')
      order by other.region))`,
  },
  always: ['origin', 'family', 'release'],
  filters: {},
  orders: { AGE: [{ type: 'integer', value: column('age') }] },
  defaultOrder: { field: 'AGE', direction: 'ASC' },
}

/** What every row of a release has. */
export type GoldenReleaseRow = { readonly family: string; readonly origin: string; readonly release: string }

export const releasesOfFamily = relate('releases of golden image', goldenRelease, ofFamily)

export const currentReleaseOfFamily: Relation = {
  ...releasesOfFamily,
  name: 'current release of golden image',
  on: (t, parent, args) => sql`${releasesOfFamily.on(t, parent, args)} and ${column('age')(t)} = 1`,
}

/** The available images of a release, without the copies that others made. */
export const imagesOfRelease: Relation = {
  name: 'images of golden release',
  to: {
    ...image,
    orders: { REGION: [textKey('region'), textKey('image_id')] },
    defaultOrder: { field: 'REGION', direction: 'ASC' },
  },
  parentKey: ['origin', 'family', 'release'],
  on: (t, parent) => sql`${column('state')(t)} = 'AVAILABLE' and (${column('region')(t)}, ${column('image_id')(t)}) in (
    select g.region, g.image_id from amigraph.golden_images g
    where g.origin = ${sql.ref(`${parent}.origin`)} and g.family = ${sql.ref(`${parent}.family`)}
      and g.release = ${sql.ref(`${parent}.release`)} and not g.is_copy)`,
}
