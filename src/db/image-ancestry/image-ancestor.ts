import { type Concept, column, type OrderKey, table } from '../concept.ts'
import { relate } from '../relation.ts'

const generation: OrderKey = { type: 'integer', value: column('generation') }

/** What images were made from, where the cache does not have it. */
export const imageAncestor: Concept = {
  name: 'ImageAncestor',
  from: table('amigraph.image_ancestors'),
  fields: {
    generation: column('generation'),
    region: column('ancestor_region'),
    imageId: column('ancestor_image_id'),
    ownerAlias: column('ancestor_owner_alias'),
    creationDate: column('ancestor_creation_date'),
  },
  always: ['region', 'imageId'],
  filters: {},
  orders: { GENERATION: [generation] },
  defaultOrder: { field: 'GENERATION', direction: 'ASC' },
}

/** What every row of an ancestor has. */
export type ImageAncestorRow = { readonly region: string | null; readonly imageId: string }

export const ancestorsOfImage = relate('ancestors of image', imageAncestor, { region: 'region', image_id: 'imageId' })
