import { sql } from 'kysely'
import { type Concept, column, type Field, table, textKey } from '../concept.ts'
import { watermarksAreKnown } from '../images/counters.ts'
import { relate } from '../relation.ts'

/** (R8) What keeps an image from becoming public, as a JSON array of {code, message, certainty}. */
const blockers: Field = t => {
  const same = (other: string) =>
    sql`${sql.ref(`${other}.region`)} = ${column('region')(t)} and ${sql.ref(`${other}.image_id`)} = ${column('image_id')(t)}`
  const isEncrypted = sql`exists (select from amigraph.image_storage v where ${same('v')} and v.encrypted)`
  const mayBeEncrypted = sql`(${column('evidence')(t)} = 'INSTANCE'
    or exists (select from amigraph.image_storage v where ${same('v')} and v.encrypted is null))`
  const hasWatermark = sql`exists (select from amigraph.image_watermarks mark where ${same('mark')})`
  const block = sql`(
    select b.state from amigraph.block_public_access b
    where b.account_id = ${column('owner_account_id')(t)} and b.region = ${column('region')(t)} and b.resource = 'IMAGE')`
  return sql`(
    select coalesce(json_agg(json_build_object('code', found.code, 'message', found.message, 'certainty', found.certainty)), '[]')
    from (values
      (${isEncrypted}, 'ENCRYPTED', 'A volume, or the snapshot behind it, is encrypted', 'CERTAIN'),
      (not ${isEncrypted} and ${mayBeEncrypted}, 'ENCRYPTED', 'Whether its volumes are encrypted is not known', 'POSSIBLE'),
      (exists (select from amigraph.image_product_codes code where ${same('code')}), 'PRODUCT_CODE',
        'The image carries a product code', 'CERTAIN'),
      (${hasWatermark}, 'WATERMARK', 'The image carries a watermark', 'CERTAIN'),
      (not ${hasWatermark} and not ${watermarksAreKnown(t)}, 'WATERMARK', 'Whether it carries a watermark is not known', 'POSSIBLE'),
      (${block} <> 'UNBLOCKED', 'BLOCK_PUBLIC_ACCESS', 'The owner blocks public access for images in ' || ${column('region')(t)},
        'CERTAIN'),
      (${block} is null, 'BLOCK_PUBLIC_ACCESS', 'Whether the owner blocks public access for images is not known', 'POSSIBLE'),
      (${column('state')(t)} <> 'AVAILABLE', 'NOT_AVAILABLE', 'The image is ' || ${column('state')(t)}, 'CERTAIN')
    ) as found (applies, code, message, certainty)
    where found.applies)`
}

/** (R8) Whether an image could be made public: decided over its row, its storage, codes and the owner's settings. */
export const publicEligibility: Concept = {
  name: 'PublicEligibility',
  from: table('amigraph.images'),
  fields: {
    eligible: t => sql`(
      select case when bool_or(found.certainty = 'CERTAIN') then false when count(*) > 0 then null else true end
      from json_to_recordset(${blockers(t)}) as found (certainty text))`,
    blockers,
  },
  always: [],
  filters: {},
  orders: { IMAGE: [textKey('region'), textKey('image_id')] },
  defaultOrder: { field: 'IMAGE', direction: 'ASC' },
}

export const publicEligibilityOfImage = relate('public eligibility of image', publicEligibility, {
  region: 'region',
  image_id: 'imageId',
})
