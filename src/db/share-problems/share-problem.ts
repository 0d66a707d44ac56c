import { sql } from 'kysely'
import { type Concept, column, type OrderKey, table, textKey, timeKey } from '../concept.ts'
import { oneOf } from '../filter.ts'

const severities = ['BLOCKS_LAUNCH', 'BLOCKS_COPY', 'INFORMATION']

const bySeverity: OrderKey = {
  type: 'integer',
  value: t => sql`array_position(array[${sql.join(severities.map(name => sql.lit(name)))}], ${column('severity')(t)})`,
}
const byImage = ['image_id', 'region', 'code', 'grantee', 'account_id'].map(textKey)

/** Shares that do not work, or work only half (question 7). */
export const shareProblem: Concept = {
  name: 'ShareProblem',
  from: table('amigraph.share_problems'),
  fields: {
    code: column('code'),
    severity: column('severity'),
    message: column('message'),
    region: column('region'),
    imageId: column('image_id'),
    grantee: t => sql`nullif(${column('grantee')(t)}, '')`,
    accountId: t => sql`nullif(${column('account_id')(t)}, '')`,
    firstSeenAt: column('first_seen_at'),
  },
  always: ['region', 'imageId', 'accountId'],
  filters: {
    code: oneOf(column('code')),
    severity: oneOf(column('severity')),
    owner: oneOf(column('owner_account_id')),
    account: oneOf(t => sql`nullif(${column('account_id')(t)}, '')`),
    imageId: oneOf(column('image_id')),
    region: oneOf(column('region')),
  },
  orders: {
    SEVERITY: [bySeverity, ...['code', 'image_id', 'region', 'grantee', 'account_id'].map(textKey)],
    IMAGE_ID: byImage,
    FIRST_SEEN: [timeKey('first_seen_at', '-infinity'), ...byImage],
  },
  defaultOrder: { field: 'SEVERITY', direction: 'ASC' },
}

/** What every row of a problem has. */
export type ShareProblemRow = { readonly region: string; readonly imageId: string; readonly accountId: string | null }
