import { sql } from 'kysely'
import { checkLineageDepth, type LineageDirection } from '../../domain/lineage.ts'
import { type AskedRow, type Concept, column, type OrderKey, type Relation, textKey } from '../concept.ts'
import { derive, type Slot } from '../slot.ts'
import type { Sql } from '../statement.ts'
import { stepsFrom } from './steps.ts'

const generation: OrderKey = { type: 'integer', value: column('generation') }
const region: OrderKey = { type: 'text', value: t => sql`coalesce(${column('region')(t)}, '')` }

/** An image that another one was made from, or that was made from it, directly or over others. */
export const imageRelative: Concept = {
  name: 'ImageRelative',
  from: t => sql`(select null::integer as generation) as ${sql.ref(t)}`,
  fields: {
    generation: column('generation'),
    region: column('region'),
    imageId: column('image_id'),
    links: column('links'),
    end: column('end'),
  },
  always: ['region', 'imageId', 'links'],
  filters: {},
  orders: { GENERATION: [generation, region, textKey('image_id')] },
  defaultOrder: { field: 'GENERATION', direction: 'ASC' },
}

/** What every row of a relative has. */
export type ImageRelativeRow = AskedRow & {
  readonly region: string | null
  readonly imageId: string
  /** Its links, as JSON that `lineage-link.ts` reads */
  readonly links: string
}

type LineageArguments = { readonly direction: LineageDirection; readonly depth: number | Slot }

/**
 * The lineage of an image as far as `depth`: each of its images once, in the nearest generation that it is found in, with
 * every link that leads there. Links that lead in circles end where they come to an image for the second time in a
 * generation, so that the depth bounds them. One statement; cost grows with the steps of the whole lineage.
 */
export const lineageOfImage: Relation = {
  name: 'lineage of image',
  to: imageRelative,
  parentKey: ['region', 'imageId'],
  from: (t, parent, args) => {
    const { direction, depth } = args as LineageArguments
    const most = sql`${derive(depth, checkLineageDepth)}::integer`
    return sql`(
    with recursive walk as (
      select 0 as generation, ${sql.ref(`${parent}.region`)} as region, ${sql.ref(`${parent}.imageId`)} as image_id,
        null::jsonb as link
      union
      select walk.generation + step.generations, step.region, step.image_id, ${link}
      from walk cross join lateral (${stepsFrom('walk', direction)}) step
      where walk.generation + step.generations <= ${most}
        and (step.region, step.image_id) is distinct from (${sql.ref(`${parent}.region`)}, ${sql.ref(`${parent}.imageId`)})
    )
    select relative.*, case
      when exists (${stepsFrom('relative', direction)}) then case when relative.generation = ${most} then 'DEPTH' end
      when not exists (
        select from amigraph.images held where held.region = relative.region and held.image_id = relative.image_id)
        then 'OUTSIDE_INVENTORY'
      else 'NOTHING_FURTHER' end as "end"
    from (
      select min(walk.generation) as generation, walk.region, walk.image_id, jsonb_agg(distinct walk.link)::text as links
      from walk where walk.generation > 0
      group by walk.region, walk.image_id
    ) relative
  ) as ${sql.ref(t)}`
  },
  on: () => sql`true`,
}

const link: Sql = sql`jsonb_build_object(
        'kind', step.kind, 'region', step.near_region, 'imageId', step.near_image_id, 'relationship', step.relationship,
        'subjectRegion', step.subject_region, 'subjectImageId', step.subject_image_id, 'accountId', step.told_by,
        'instanceId', step.instance_id, 'buildArn', step.build_arn)`
