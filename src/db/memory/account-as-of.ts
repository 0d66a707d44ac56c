import { sql } from 'kysely'
import { allowedImagesOfAccountRegion } from '../account-settings/allowed-images.ts'
import {
  imageBlockPublicAccessOfAccountRegion,
  snapshotBlockPublicAccessOfAccountRegion,
} from '../account-settings/block-public-access.ts'
import { account, accountByKey } from '../accounts/account.ts'
import { regionsOfAccount } from '../accounts/account-region.ts'
import { column, type Relation } from '../concept.ts'
import type { Read, Sql } from '../statement.ts'
import { moment, relationAsOf, rowsAt } from './as-of.ts'

/** A member account as it was at a moment, with all that its row says. */
export const accountAsOf: Relation = {
  ...relationAsOf(accountByKey, 'accounts', { account_id: 'accountId' }),
  to: account,
  fields: (t, parent) => ({
    asOf: sql.ref(`${parent}.asOf`),
    isManagementAccount: sql`exists (
      select from (${rowsAt('organizations', {}, moment(parent))}) o
      where o.management_account_id = ${column('account_id')(t)})`,
  }),
}

/** Whether nobody can say what the account was then: it was not known yet, or that is forgotten. False where it was no member. */
export const accountIsForgotten = (accountId: unknown, at: unknown): Sql => sql`(
  select case
    when later.was_there is not null then later.was_there
    when exists (select from amigraph.accounts a where a.account_id = asked.account_id) then true
    else asked.at < (select m.begins_at from amigraph.memory m) end
  from (select ${accountId}::text as account_id, ${at}::timestamptz as at) asked
  left join lateral (
    select v.was is not null as was_there from amigraph.versions v
    where v.fact = 'accounts' and v.account_id = asked.account_id and v.valid_from < v.valid_to and v.valid_to > asked.at
    order by v.valid_to limit 1
  ) later on true)`

export const readAccountIsForgotten = async (
  read: Read,
  { accountId, asOf }: { accountId: string; asOf: string },
): Promise<boolean> => {
  const [row] = await read<{ forgotten: boolean }>(sql`select ${accountIsForgotten(accountId, asOf)} as forgotten`)
  return row?.forgotten === true
}

/** Each knows the moment for what belongs to it. */
export const regionsAsOf = relationAsOf(
  regionsOfAccount,
  'account_regions',
  { account_id: 'accountId' },
  (_, parent) => ({
    asOf: sql.ref(`${parent}.asOf`),
  }),
)

const ofAccountRegionAsOf = (relation: Relation, table: string): Relation =>
  relationAsOf(relation, table, { account_id: 'accountId', region: 'region' }, () => ({
    observedAt: sql`null::timestamptz`,
  }))

export const allowedImagesAsOf = ofAccountRegionAsOf(allowedImagesOfAccountRegion, 'allowed_images_settings')
export const imageBlockPublicAccessAsOf = ofAccountRegionAsOf(
  imageBlockPublicAccessOfAccountRegion,
  'block_public_access',
)
export const snapshotBlockPublicAccessAsOf = ofAccountRegionAsOf(
  snapshotBlockPublicAccessOfAccountRegion,
  'block_public_access',
)
