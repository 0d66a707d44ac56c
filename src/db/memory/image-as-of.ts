import { sql } from 'kysely'
import { type Alias, column, type Relation } from '../concept.ts'
import { blockDevicesOfImage } from '../images/block-device.ts'
import { image } from '../images/image.ts'
import { tagsOfImage } from '../images/image-tag.ts'
import { watermarksOfImage } from '../images/image-watermark.ts'
import { lastLaunchedTime } from '../images/last-launched-time.ts'
import { reasonOf, trustWhere } from '../images/trust.ts'
import { permissionsOfImage } from '../launch-permissions/launch-permission.ts'
import { productCodesOfImage } from '../product-codes/product-code.ts'
import { seesAccount } from '../sees-account.ts'
import type { Read, Sql } from '../statement.ts'
import { moment, ofImageAsOf, rowsAt, sawImage } from './as-of.ts'

const ofSameImage = (t: Alias) => ({ region: column('region')(t), image_id: column('image_id')(t) })

/** Whether the image's launch permission list was known then. */
const listWasKnown = (t: Alias, at: Sql): Sql => sql`exists (
  select from amigraph.lists_ever list
  where list.region = ${column('region')(t)} and list.image_id = ${column('image_id')(t)}
    and list.known_from <= ${at} and list.valid_to > ${at})`

/** An image as it was at a moment, with all that its row says. What follows from other facts follows from them as of then. */
export const imageAsOf: Relation = {
  name: 'image as of then',
  to: image,
  parentKey: ['imageId', 'region', 'asOf'],
  from: (t, parent) =>
    sql`(${rowsAt('images', { image_id: sql.ref(`${parent}.imageId`) }, moment(parent), past =>
      sawImage(past, moment(parent)),
    )}) as ${sql.ref(t)}`,
  on: (t, parent) => sql`coalesce(${sql.ref(`${parent}.region`)}, ${column('region')(t)}) = ${column('region')(t)}`,
  fields: (t, parent) => {
    const at = moment(parent)
    return {
      asOf: sql.ref(`${parent}.asOf`),
      listWasKnown: listWasKnown(t, at),
      deprecated: sql`coalesce(${column('deprecation_time')(t)} <= ${at}, false)`,
      // A launch after that moment says nothing of the last one before it.
      lastLaunchedTime: sql`case when ${column('last_launched_time')(t)} <= ${at} then ${lastLaunchedTime(t)} end`,
      visibility: visibilityAt(t, at),
      trust: trustAt(t, at),
      trustReason: reasonOf(t, trustAt(t, at)),
      instanceCount: sql`(select count(*)::integer from (${rowsAt('instances', ofSameImage(t), at)}) n
        where n.state <> 'TERMINATED')`,
      observedAt: sql`null::timestamptz`,
    }
  },
}

/** `images/visibility.ts` as of then; what consumers saw then is not looked at. */
const visibilityAt = (t: Alias, at: Sql): Sql => sql`case
  when ${column('is_public')(t)} then 'PUBLIC'
  else coalesce(
    (select case when bool_or(p.kind = 'PUBLIC') then 'PUBLIC' when count(*) > 0 then 'SHARED' end
      from (${rowsAt('launch_permissions', ofSameImage(t), at)}) p),
    case when ${listWasKnown(t, at)} and ${seesAccount(column('owner_account_id')(t))} then 'PRIVATE' else 'UNKNOWN' end)
  end`

/** `images/trust.ts` as of then; whom the configuration trusts is not remembered. */
const trustAt = (t: Alias, at: Sql): Sql =>
  trustWhere(
    t,
    sql`exists (select from amigraph.members_ever m where m.account_id = ${column('owner_account_id')(t)}
      and m.valid_from <= ${at} and m.valid_to > ${at})`,
  )

/** Whether nobody can say what the image was then: it was not known yet, or that is forgotten. False where it was not there. */
export const isForgotten = (imageId: unknown, region: unknown, at: unknown): Sql =>
  sql`amigraph.image_is_forgotten(${imageId}::text, ${region}::text, ${at}::timestamptz)`

export const readIsForgotten = async (
  read: Read,
  image: { imageId: string; region: string | null; asOf: string },
): Promise<boolean> => {
  const [row] = await read<{ forgotten: boolean }>(
    sql`select ${isForgotten(image.imageId, image.region, image.asOf)} as forgotten`,
  )
  return row?.forgotten === true
}

export const blockDevicesAsOf = ofImageAsOf(blockDevicesOfImage, 'image_block_devices')
export const productCodesAsOf = ofImageAsOf(productCodesOfImage, 'image_product_codes')
export const watermarksAsOf = ofImageAsOf(watermarksOfImage, 'image_watermarks')
export const tagsAsOf = ofImageAsOf(tagsOfImage, 'image_tags')
export const permissionsAsOf = ofImageAsOf(permissionsOfImage, 'launch_permissions', () => ({
  observedAt: sql`null::timestamptz`,
}))
