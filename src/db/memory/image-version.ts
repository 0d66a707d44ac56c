import { sql } from 'kysely'
import { type Concept, column, type Relation } from '../concept.ts'
import type { Sql } from '../statement.ts'
import { rowsAt, sawImage } from './as-of.ts'
import { changes, isTold } from './change.ts'

/** What an image was between two moments at which it, its shares or its tags changed. */
const imageVersion: Concept = {
  name: 'ImageVersion',
  from: () => {
    throw new Error('Versions are read of an image only')
  },
  fields: {
    validFrom: column('valid_from'),
    validTo: column('valid_to'),
    region: column('region'),
    imageId: column('image_id'),
    asOf: t => sql`${column('valid_from')(t)}::text`,
  },
  always: ['region', 'imageId', 'asOf'],
  filters: {},
  orders: { VALID_FROM: [{ type: 'timestamptz', value: column('valid_from') }] },
  defaultOrder: { field: 'VALID_FROM', direction: 'DESC' },
}

/** What every row of an image's version has. */
export type ImageVersionRow = { readonly region: string; readonly imageId: string; readonly asOf: string }

/** Cost grows with all changes of the image that are remembered. */
export const versionsOfImage: Relation = {
  name: 'versions of image',
  to: imageVersion,
  parentKey: ['region', 'imageId'],
  from: (t, parent) => {
    const key = { region: sql.ref(`${parent}.region`), image_id: sql.ref(`${parent}.imageId`) }
    const ofImage = (alias: string): Sql =>
      sql`${sql.ref(`${alias}.region`)} = ${key.region} and ${sql.ref(`${alias}.image_id`)} = ${key.image_id}`
    return sql`(
      select ${key.region} as region, ${key.image_id} as image_id, edge.at as valid_from,
        lead(edge.at) over (order by edge.at) as valid_to
      from (
        select i.valid_from as at from amigraph.images i where ${ofImage('i')}
        union
        select past.valid_from from amigraph.versions past
        where ${ofImage('past')} and past.fact = 'images' and past.was is not null and past.valid_from < past.valid_to
        union
        select past.valid_to from amigraph.versions past
        where ${ofImage('past')} and ${isTold('past')} and past.instance_id is null
      ) edge) as ${sql.ref(t)}`
  },
  on: t => {
    const at = column('valid_from')(t)
    const key = { region: column('region')(t), image_id: column('image_id')(t) }
    return sql`exists (${rowsAt('images', key, at, past => sawImage(past, at))})`
  },
}

/** What began a version. */
export const changesOfVersion: Relation = {
  ...changes,
  name: 'changes of version',
  parentKey: ['region', 'imageId', 'asOf'],
  on: (t, parent) => sql`${isTold(t)} and ${column('instance_id')(t)} is null
    and ${column('region')(t)} = ${sql.ref(`${parent}.region`)}
    and ${column('image_id')(t)} = ${sql.ref(`${parent}.imageId`)}
    and ${column('valid_to')(t)} = ${sql.ref(`${parent}.asOf`)}::timestamptz`,
}
