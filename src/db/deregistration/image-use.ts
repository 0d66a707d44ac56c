import { sql } from 'kysely'
import { type Concept, column, type Relation, textKey } from '../concept.ts'
import { usesOf } from './uses.ts'

/** What uses an image, by kind and account. */
export const imageUse: Concept = {
  name: 'ImageUse',
  from: () => sql`amigraph.images`,
  fields: {
    kind: column('kind'),
    accountId: column('account_id'),
    count: column('count'),
    examples: column('examples'),
    observedAt: column('observed_at'),
  },
  always: ['accountId'],
  filters: {},
  orders: { KIND: [textKey('kind'), textKey('account_id')] },
  defaultOrder: { field: 'KIND', direction: 'ASC' },
}

/** What every row of a use has. */
export type ImageUseRow = { readonly accountId: string }

/** Each example once, as of the latest call that tells of it; a use is as old as the oldest of its examples. */
export const usesOfImage: Relation = {
  name: 'uses of image',
  to: imageUse,
  parentKey: ['region', 'imageId'],
  from: (t, parent) => sql`(
    select example.kind, example.account_id, sum(example.weight)::integer as count,
      to_json((array_agg(example.example order by example.example))[1:3]) as examples,
      min(example.observed_at) as observed_at
    from (select ${sql.ref(`${parent}.region`)} as region, ${sql.ref(`${parent}.imageId`)} as image_id) image
    cross join lateral (
      select used.kind, used.account_id, used.example, max(used.weight) as weight, max(used.observed_at) as observed_at
      from (${usesOf('image')}) used
      group by used.kind, used.account_id, used.example
    ) example
    group by example.kind, example.account_id
  ) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
