import { sql } from 'kysely'
import { type Concept, column, nameKey, table } from '../concept.ts'
import { relate } from '../relation.ts'

/** (R19) Watermarks of an image: its own, and those that it has from the image it was made from. */
export const imageWatermark: Concept = {
  name: 'ImageWatermark',
  from: table('amigraph.image_watermarks'),
  fields: {
    watermarkKey: column('watermark_key'),
    // Not a field of the API: whom the key names.
    accountId: t => sql`split_part(${column('watermark_key')(t)}, ':', 1)`,
    sourceImageId: column('source_image_id'),
    sourceImageRegion: column('source_image_region'),
    sourceImageCreationTime: column('source_image_creation_time'),
    watermarkCreationTime: column('watermark_creation_time'),
  },
  always: ['accountId', 'sourceImageRegion', 'sourceImageId'],
  filters: {},
  orders: { KEY: [nameKey('watermark_key')] },
  defaultOrder: { field: 'KEY', direction: 'ASC' },
}

/** What every row of a watermark has. */
export type ImageWatermarkRow = {
  readonly accountId: string
  readonly sourceImageRegion: string | null
  readonly sourceImageId: string | null
}

export const watermarksOfImage = relate('watermarks of image', imageWatermark, {
  region: 'region',
  image_id: 'imageId',
})
