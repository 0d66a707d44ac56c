import { sql } from 'kysely'
import { type AskedRow, type Concept, column, table } from '../concept.ts'
import { relate } from '../relation.ts'
import { imageFields } from './fields.ts'
import { imageFilters } from './filters.ts'
import { imageOrders } from './orders.ts'

/** AMIs, one row a Region and image (R1). */
export const image: Concept = {
  name: 'Image',
  from: table('amigraph.images'),
  fields: imageFields,
  always: [
    'region',
    'imageId',
    'ownerAccountId',
    'sourceImageRegion',
    'sourceImageId',
    'evidenceAccountId',
    'watermarksAreKnown',
  ],
  filters: imageFilters,
  orders: imageOrders,
  defaultOrder: { field: 'CREATION_DATE', direction: 'DESC' },
  inSight: t => sql`(${column('region')(t)}, ${column('image_id')(t)}) in (
    select v.region, v.image_id from amigraph.viewer_images v)`,
}

/** What every row of an image has. */
export type ImageRow = AskedRow & {
  readonly region: string
  readonly imageId: string
  readonly ownerAccountId: string | null
  readonly sourceImageRegion: string | null
  readonly sourceImageId: string | null
  /** Null where the reader may not know it */
  readonly evidenceAccountId: string | null
  readonly watermarksAreKnown: boolean
  /** Of an image as it was at a moment: that moment, and whether its launch permission list was known then */
  readonly asOf?: string
  readonly listWasKnown?: boolean
}

/** One image. */
export const imageByKey = relate('image', image, { region: 'region', image_id: 'imageId' })

/** The images of that ID in all Regions. */
export const imagesById = relate('images by ID', image, { image_id: 'imageId' })
