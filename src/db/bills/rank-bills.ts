import type { Queryable } from '../pool.ts'

/** Added to the rank of an export that is no longer there: it counts only for what no other one has. */
const gone = 100

/**
 * Ranks the exports anew by what is there now. Returns the months, as `2026-10`, in which that changes what counts, so
 * that they are attributed again.
 */
export async function rankBills(
  client: Queryable,
  listed: readonly { export: string; month: string }[],
): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `with there as (select * from unnest($1::text[], $2::text[]) as there (export, month))
     update amigraph.bills b set rank = b.rank + case when there.export is null then $3::integer else -$3::integer end
     from amigraph.bills known left join there on there.export = known.export and there.month = to_char(known.month, 'YYYY-MM')
     where b.export = known.export and b.month = known.month and b.loaded_at is not null
       and (there.export is null) <> (known.rank >= $3::integer)
     returning to_char(b.month, 'YYYY-MM') as month`,
    [listed.map(bill => bill.export), listed.map(bill => bill.month), gone],
  )
  return [...new Set(rows.map(({ month }) => month))].sort()
}
