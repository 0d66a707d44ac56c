import { sql } from 'kysely'
import { inOrganizationalUnit } from '../accounts/in-organizational-unit.ts'
import { column } from '../concept.ts'
import { type Filters, flag, oneOf, text } from '../filter.ts'

/** Conditions on a single cost, before costs are added up: over what every-cost.ts gives. */
export const costFilters: Filters = {
  account: oneOf(column('account_id')),
  organizationalUnit: inOrganizationalUnit,
  payer: oneOf(column('payer_account_id')),
  imageId: oneOf(t => sql`nullif(${column('image_id')(t)}, '')`),
  imageOwner: oneOf(t => sql`nullif(${column('image_owner_id')(t)}, '')`),
  region: oneOf(t => sql`nullif(${column('region')(t)}, '')`),
  productCode: oneOf(t => sql`nullif(${column('product_code')(t)}, '')`),
  usageOperation: text(t => sql`nullif(${column('usage_operation')(t)}, '')`),
  goldenFamily: text(column('golden_family')),
  attributed: flag(t => sql`${column('image_id')(t)} <> ''`),
  reason: oneOf(t => sql`nullif(${column('reason')(t)}, '')`),
}
