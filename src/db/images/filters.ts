import { sql } from 'kysely'
import { type Alias, column } from '../concept.ts'
import { every, exists, type Filters, flag, oneOf, oneOfOrUnset, text, timeRange } from '../filter.ts'
import type { Sql } from '../statement.ts'
import { deprecated } from './deprecated.ts'
import { lastLaunchedTime } from './last-launched-time.ts'
import { platform } from './platform.ts'
import { beyondPublicDeprecation, publicDeprecationTime } from './public-deprecation-time.ts'
import { trust } from './trust.ts'
import { visibility } from './visibility.ts'

/** Image: filter input field → SQL over a row of amigraph.images. */
export const imageFilters: Filters = {
  imageId: oneOf(column('image_id')),
  owner: oneOf(column('owner_account_id')),
  region: oneOf(column('region')),
  name: text(column('name')),
  tag: exists(
    (t, tag: TagFilter) => sql`select from amigraph.image_tags tag where ${sameImage('tag', t)} and ${tagIs(tag)}`,
  ),
  architecture: oneOf(column('architecture')),
  state: oneOf(column('state')),
  bootMode: oneOfOrUnset(column('boot_mode')),
  platform: oneOf(platform),
  platformDetails: text(column('platform_details')),
  usageOperation: text(column('usage_operation')),
  productCode: exists(
    (t, code: OneOf) =>
      sql`select from amigraph.image_product_codes code
        where ${sameImage('code', t)} and ${oneOf(column('product_code'))('code', code as never, true)}`,
  ),
  watermark: exists(
    (t, key: object) => sql`select from amigraph.image_watermarks watermark
      where ${sameImage('watermark', t)} and ${text(column('watermark_key'))('watermark', key as never, true)}`,
  ),
  paid: flag(t => sql`exists (select from amigraph.image_product_codes code where ${sameImage('code', t)})`),
  visibility: oneOf(visibility),
  creationDate: timeRange(column('creation_date')),
  deprecationTime: timeRange(column('deprecation_time')),
  deprecated: flag(deprecated),
  beyondPublicDeprecation: flag(beyondPublicDeprecation),
  publicDeprecationTime: timeRange(publicDeprecationTime),
  lastLaunchedTime: timeRange(lastLaunchedTime),
  inUse: flag(
    t => sql`exists (select from amigraph.instances n where ${sameImage('n', t)} and n.state <> 'TERMINATED')`,
  ),
  encrypted: flag(
    t =>
      sql`exists (select from amigraph.image_block_devices device where ${sameImage('device', t)} and device.encrypted)`,
  ),
  trust: oneOf(trust),
  sourceImageId: oneOf(column('source_image_id')),
}

type OneOf = { eq?: string | null; in?: readonly string[] | null }
type TagFilter = { key: string; value?: object | null; setBy?: OneOf | null; setByOwner?: boolean | null }

/** (R10) One tag that fulfils all parts. */
const tagIs = ({ key, value, setBy, setByOwner = null }: TagFilter): Sql =>
  every([
    sql`tag.key = ${key}::text`,
    ...(value ? [text(column('value'))('tag', value as never, true)] : []),
    ...(setBy ? [oneOf(column('account_id'))('tag', setBy as never, true)] : []),
    ...(setByOwner === null ? [] : [flag(column('set_by_owner'))('tag', setByOwner as never, true)]),
  ])

const sameImage = (a: Alias, b: Alias): Sql =>
  sql`${column('region')(a)} = ${column('region')(b)} and ${column('image_id')(a)} = ${column('image_id')(b)}`
