import { sql } from 'kysely'
import { type Concept, column, type Relation, textKey } from '../concept.ts'
import { usesOf } from './uses.ts'

/** The source that tells of a use of an account; null where another account's source does. */
const sources = { INSTANCE: 'INSTANCES', LAUNCH_TEMPLATE: 'LAUNCH_TEMPLATES', DERIVED_IMAGE: 'IMAGES_OWNED' } as const

/** What uses an image, by kind and account. */
export const imageUse: Concept = {
  name: 'ImageUse',
  from: () => sql`amigraph.images`,
  fields: {
    kind: column('kind'),
    accountId: column('account_id'),
    count: column('count'),
    examples: column('examples'),
    observedAt: t => sql`(
      select c.last_success_at from amigraph.coverage c
      where c.account_id = ${column('account_id')(t)} and c.region = ${column('region')(t)}
        and c.kind = case ${column('kind')(t)} ${sql.join(
          Object.entries(sources).map(([use, source]) => sql`when ${sql.lit(use)} then ${sql.lit(source)}`),
          sql` `,
        )} else 'IMAGE_REFERENCES' end)`,
  },
  always: ['accountId'],
  filters: {},
  orders: { KIND: [textKey('kind'), textKey('account_id')] },
  defaultOrder: { field: 'KIND', direction: 'ASC' },
}

/** What every row of a use has. */
export type ImageUseRow = { readonly accountId: string }

export const usesOfImage: Relation = {
  name: 'uses of image',
  to: imageUse,
  parentKey: ['region', 'imageId'],
  from: (t, parent) => sql`(
    select image.region, used.kind, used.account_id, sum(used.weight)::integer as count,
      to_json((array_agg(used.example order by used.example))[1:3]) as examples
    from (select ${sql.ref(`${parent}.region`)} as region, ${sql.ref(`${parent}.imageId`)} as image_id) image
    cross join lateral (${usesOf('image')}) used
    group by image.region, used.kind, used.account_id
  ) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
