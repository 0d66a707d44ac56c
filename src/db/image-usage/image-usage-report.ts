import { sql } from 'kysely'
import { type Concept, column, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'

/** The report of who uses an image, as its owner sees it. */
export const imageUsageReport: Concept = {
  name: 'ImageUsageReport',
  from: table('amigraph.image_usage_reports'),
  fields: {
    observedAt: column('observed_at'),
    requestedAt: column('requested_at'),
    error: t => sql`case when ${column('error_code')(t)} is not null
      then json_build_object('code', ${column('error_code')(t)}, 'message', ${column('error_message')(t)}) end`,
  },
  always: ['observedAt'],
  filters: {},
  orders: { IMAGE: [textKey('region'), textKey('image_id')] },
  defaultOrder: { field: 'IMAGE', direction: 'ASC' },
}

/** What every row of a report has. */
export type ImageUsageReportRow = { readonly observedAt: Date | null }

export const usageReportOfImage = relate('usage report of image', imageUsageReport, {
  region: 'region',
  image_id: 'imageId',
})
