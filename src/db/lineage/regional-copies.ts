import { sql } from 'kysely'
import { type Alias, type Concept, column, type Field, type Relation, table, textKey } from '../concept.ts'
import { image } from '../images/image.ts'
import { relate } from '../relation.ts'
import type { Sql } from '../statement.ts'
import { relationshipToSource } from './steps.ts'

/**
 * An image and what are copies of it, of what it is a copy of, and so on, as far as one account owns them: rows of (region,
 * image_id, state). Two copies of a source that is gone, or another account's, are copies of each other, too. Cost grows with
 * the copies.
 */
const copiesOf = (region: Sql, imageId: Sql, owner: Sql): Sql => {
  const isCopy = (t: Alias) =>
    sql`${sql.ref(`${t}.owner_account_id`)} = ${owner} and ${relationshipToSource(t)} = 'COPY'`
  return sql`
    with recursive copies as (
      select ${region} as region, ${imageId} as image_id
      union
      select near.region, near.image_id
      from copies cross join lateral (
        select i.source_image_region as region, i.source_image_id as image_id from amigraph.images i
        where i.region = copies.region and i.image_id = copies.image_id and ${isCopy('i')}
        union all
        select i.region, i.image_id from amigraph.images i
        where i.source_image_region = copies.region and i.source_image_id = copies.image_id and ${isCopy('i')}
      ) near
    )
    select i.region, i.image_id, i.state from copies join amigraph.images i using (region, image_id)
    where i.owner_account_id = ${owner} or i.region = ${region} and i.image_id = ${imageId}`
}

const copiesOfRow = (t: Alias) => copiesOf(column('region')(t), column('image_id')(t), column('owner_account_id')(t))

/** Those of some Regions in which no image of the set can be launched. */
const missing =
  (regions: (t: Alias) => Sql): Field =>
  t =>
    sql`to_json(array(
      select wanted.region from (${regions(t)}) wanted
      where wanted.region <> all (array(
        select copy.region from (${copiesOfRow(t)}) copy where copy.state = 'AVAILABLE'))
      order by wanted.region))`

const ownersRegions = (t: Alias) => sql`
    select r.region from amigraph.account_regions r where r.account_id = ${column('owner_account_id')(t)}`

/** (R1) The copies of an image in its Region and others as one set, and the Regions without one. */
export const regionalCopies: Concept = {
  name: 'RegionalCopies',
  from: table('amigraph.images'),
  fields: {
    region: column('region'),
    imageId: column('image_id'),
    ownerAccountId: column('owner_account_id'),
    missingRegions: t => sql`case when exists (${ownersRegions(t)}) then ${missing(ownersRegions)(t)} end`,
    missingWhereUsed: missing(
      () => sql`
    select r.region from (select distinct region from amigraph.account_regions) r
    where exists (select from amigraph.instances n where n.region = r.region and n.state <> 'TERMINATED')`,
    ),
  },
  always: ['region', 'imageId', 'ownerAccountId'],
  filters: {},
  orders: { IMAGE: [textKey('region'), textKey('image_id')] },
  defaultOrder: { field: 'IMAGE', direction: 'ASC' },
}

/** What every row of a set has. */
export type RegionalCopiesRow = {
  readonly region: string
  readonly imageId: string
  readonly ownerAccountId: string | null
}

export const regionalCopiesOfImage = relate('regional copies of image', regionalCopies, {
  region: 'region',
  image_id: 'imageId',
})

/** The images of the set, the image itself among them, by Region. */
export const imagesOfRegionalCopies: Relation = {
  name: 'images of regional copies',
  to: {
    ...image,
    orders: { ...image.orders, REGION: [textKey('region'), textKey('image_id')] },
    defaultOrder: { field: 'REGION', direction: 'ASC' },
  },
  parentKey: ['region', 'imageId', 'ownerAccountId'],
  on: (t, parent) =>
    sql`(${column('region')(t)}, ${column('image_id')(t)}) in (select region, image_id from (${copiesOf(
      sql.ref(`${parent}.region`),
      sql.ref(`${parent}.imageId`),
      sql.ref(`${parent}.ownerAccountId`),
    )}) copy)`,
}
