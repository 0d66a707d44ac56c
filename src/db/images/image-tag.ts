import { sql } from 'kysely'
import { type Concept, column, nameKey, type Relation, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'

/** (R10) Tags of an image, each with the account that set it. */
export const imageTag: Concept = {
  name: 'ImageTag',
  from: table('amigraph.image_tags'),
  fields: {
    key: column('key'),
    value: column('value'),
    accountId: column('account_id'),
    setByOwner: column('set_by_owner'),
  },
  always: ['accountId'],
  filters: {},
  orders: { KEY: [textKey('account_id'), nameKey('key')] },
  defaultOrder: { field: 'KEY', direction: 'ASC' },
}

/** What every row of a tag has. */
export type ImageTagRow = { readonly accountId: string }

const tags = relate('tags of image', imageTag, { region: 'region', image_id: 'imageId' })

/** The tags of an image; with `setBy` only those that this account set. */
export const tagsOfImage: Relation = {
  ...tags,
  on: (t, parent, { setBy }) =>
    setBy ? sql`${tags.on(t, parent, {})} and ${sql.ref(`${t}.account_id`)} = ${setBy}::text` : tags.on(t, parent, {}),
}
