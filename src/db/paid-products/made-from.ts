import { sql } from 'kysely'
import { column, type Field } from '../concept.ts'
import type { Sql } from '../statement.ts'

type Image = Readonly<
  Record<'region' | 'imageId' | 'sourceRegion' | 'sourceImageId' | 'sourceInstanceId' | 'createdAt', Sql>
>

const imageOf = (t: string): Image => ({
  region: column('region')(t),
  imageId: column('image_id')(t),
  sourceRegion: column('source_image_region')(t),
  sourceImageId: column('source_image_id')(t),
  sourceInstanceId: column('source_instance_id')(t),
  createdAt: column('creation_date')(t),
})

/**
 * What an image was made from, the first of these that is known: what it was copied from, the image that the instance ran
 * that it was made of, what GetImageAncestry says; else, of an image that the inventory does not hold, what AWS said of it
 * when it was asked about a descendant.
 */
const source = (of: Image, descendant: Sql): Sql => sql`(
  select * from (
    select ${of.sourceRegion} as region, ${of.sourceImageId} as image_id, 'COPY' as made_by, null::text as of_region,
      null::text as of_image_id, null::integer as generation, 1 as choice
    where ${of.sourceImageId} is not null
    union all
    (select n.region, n.image_id, 'INSTANCE', null, null, null, 2
    from amigraph.instance_images n
    where n.region = ${of.region} and n.instance_id = ${of.sourceInstanceId} and n.image_id <> ${of.imageId}
    order by (n.first_seen_at <= ${of.createdAt}) is true desc, n.first_seen_at desc, n.image_id limit 1)
    union all
    select a.ancestor_region, a.ancestor_image_id, 'ANCESTRY', a.region, a.image_id, a.generation, 3
    from amigraph.image_ancestors a
    where a.region = ${of.region} and a.image_id = ${of.imageId} and a.generation = 1 and a.ancestor_region is not null
    ${descendant}
  ) known order by choice limit 1)`

/** (R14) The images that an image was made from, nearest first, each with how the one before came of it. */
export const madeFrom: Field = t => sql`(
  with recursive origin as (
    select first.*, 1 as step from ${source(imageOf(t), sql``)} first
    union all
    select next.*, origin.step + 1
    from origin
    left join amigraph.images i on i.region = origin.region and i.image_id = origin.image_id
    cross join lateral ${source(
      imageOf('i'),
      sql`union all
      select a.ancestor_region, a.ancestor_image_id, 'ANCESTRY', a.region, a.image_id, a.generation, 4
      from amigraph.image_ancestors a
      where a.region = origin.of_region and a.image_id = origin.of_image_id and a.generation = origin.generation + 1
        and a.ancestor_region is not null`,
    )} next
    where origin.step < 100
  ) cycle region, image_id set is_cycle using path
  select coalesce(json_agg(json_build_object('imageId', image_id, 'region', region, 'madeBy', made_by) order by step), '[]')
  from origin where not is_cycle)`
