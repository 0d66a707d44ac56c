import type { Queryable } from '../pool.ts'

export type Gap = {
  accountId: string
  accountName: string | null
  region: string
  kind: string
  status: string
  lastSuccessAt: Date | null
  errorCode: string | null
  errorMessage: string | null
}

/** Every source that is not fresh, by account, Region and kind. */
export async function readGaps(client: Queryable): Promise<Gap[]> {
  const { rows } = await client.query<Gap>(
    `select c.account_id as "accountId", a.name as "accountName", c.region, c.kind,
       amigraph.coverage_status(c.status, c.fresh_until) as status, c.last_success_at as "lastSuccessAt",
       c.error_code as "errorCode", c.error_message as "errorMessage"
     from amigraph.coverage c left join amigraph.accounts a using (account_id)
     where amigraph.coverage_status(c.status, c.fresh_until) not in ('FRESH', 'NOT_APPLICABLE')
     order by c.account_id, c.region, c.kind`,
  )
  return rows
}
