import { sql } from 'kysely'
import { column } from '../concept.ts'
import { exists, type Filters, oneOf, text, timeRange } from '../filter.ts'
import { imageBehind } from './image-filter.ts'

/** Instance: filter input field → SQL over a row of amigraph.instances. */
export const instanceFilters: Filters = {
  instanceId: oneOf(column('instance_id')),
  account: oneOf(column('account_id')),
  region: oneOf(column('region')),
  state: oneOf(column('state')),
  instanceType: text(column('instance_type')),
  launchTime: timeRange(column('launch_time')),
  usageOperation: text(column('usage_operation')),
  productCode: exists(
    (t, code: object) => sql`select from amigraph.instance_product_codes code
      where code.account_id = ${column('account_id')(t)} and code.region = ${column('region')(t)}
        and code.instance_id = ${column('instance_id')(t)}
        and ${oneOf(column('product_code'))('code', code as never, true)}`,
  ),
  image: imageBehind,
}
