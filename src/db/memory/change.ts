import { sql } from 'kysely'
import { type Concept, column, type Field, type OrderKey, type Relation, table } from '../concept.ts'
import { oneOf } from '../filter.ts'
import { seesAccount } from '../sees-account.ts'
import type { Read, Sql } from '../statement.ts'
import { sawImage } from './as-of.ts'

/** Columns that only the account of a fact may see; the fields of the API that show them are `onlyFor` it too. */
const onlyForOwner = [
  'last_launched_time',
  'deregistration_protection',
  'source_instance_id',
  'evidence_account_id',
  'launch_permission_count',
  'product_code_count',
  'watermark_count',
]

/** Of another account's fact only what that account shows. By the names of the API. */
const shown = (t: string, values: Sql): Sql => sql`amigraph.api_names(case
  when ${seesAccount(column('account_id')(t))} then ${values}
  else (${values}) - ${sql.lit(`{${onlyForOwner}}`)}::text[] end)`

/** Of a changed row what changed, of one that is gone everything. */
const before: Field = t => {
  const was = column('was')(t)
  const became = column('became')(t)
  return shown(
    t,
    sql`case when ${became} is null then ${was} else (
      select jsonb_object_agg(changed.name, ${was} -> changed.name) from jsonb_object_keys(${became}) as changed (name)
      where ${was} is not null) end`,
  )
}

const noted: OrderKey[] = [
  { type: 'timestamptz', value: column('valid_to') },
  { type: 'bigint', value: column('version_id') },
]

/** Changes that are worth telling of: each ended a version, or began the first one. */
export const change: Concept = {
  name: 'Change',
  from: table('amigraph.versions'),
  fields: {
    at: column('valid_to'),
    kind: column('kind'),
    accountId: column('account_id'),
    region: column('region'),
    imageId: column('image_id'),
    instanceId: column('instance_id'),
    before,
    after: t => shown(t, column('became')(t)),
  },
  always: ['accountId', 'region', 'imageId', 'instanceId'],
  filters: {
    account: oneOf(column('account_id')),
    region: oneOf(column('region')),
    kind: oneOf(column('kind')),
    imageId: oneOf(column('image_id')),
  },
  orders: { AT: noted },
  defaultOrder: { field: 'AT', direction: 'ASC' },
}

/** What every row of a change has. */
export type ChangeRow = {
  readonly accountId: string | null
  readonly region: string | null
  readonly imageId: string | null
  readonly instanceId: string | null
}

/** Worth telling, and to this reader: of an image what it became only where that is in sight. */
export const isTold: Field = t => sql`(${column('kind')(t)} is not null
  and (${column('fact')(t)} not in ('images', 'image_block_devices', 'image_product_codes', 'image_watermarks')
    or ${sawImage(t, column('valid_to')(t))}))`

/** The changes noted from `since` on and, where it is given, before `until`. */
export const changes: Relation = {
  name: 'changes',
  to: change,
  parentKey: [],
  on: (t, _parent, { since, until }) => sql`${isTold(t)}
    and ${column('valid_to')(t)} >= ${since}::timestamptz
    ${until ? sql`and ${column('valid_to')(t)} < ${until}::timestamptz` : sql``}`,
}

/** From when on a list of changes is whole. */
export const completeSince = (since: unknown): Sql =>
  sql`greatest(${since}::timestamptz, (select memory.begins_at from amigraph.memory as memory))`

export const readCompleteSince = async (read: Read, since: Date): Promise<Date> =>
  (await read<{ at: Date }>(sql`select ${completeSince(since)} as at`))[0]?.at ?? since
