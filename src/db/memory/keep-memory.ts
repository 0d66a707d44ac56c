import type { Queryable } from '../pool.ts'

/** Months whose partitions are there before they begin: a worker may stand still for that long. */
const monthsAhead = 3

/**
 * What the memory needs now and then: partitions for the months to come, the months that ended before `keepDays` ago
 * dropped, deprecations told that came about by time alone (R4). Any number of processes may do it at once. Returns the
 * months dropped. What holds now, and which image an instance ran on (R17), is not touched.
 */
export async function keepMemory(client: Queryable, keepDays: number): Promise<number> {
  await client.query(
    `do $$
     begin
       perform pg_advisory_xact_lock(hashtextextended('amigraph:memory', 0));
       for months in 0..${monthsAhead} loop
         call amigraph.make_month_of_versions(now() + make_interval(months => months));
       end loop;
       perform amigraph.note_deprecations();
     end
     $$`,
  )
  const { rows } = await client.query<{ forgotten: number }>(
    `select amigraph.forget_versions_before(now() - make_interval(days => $1)) as forgotten`,
    [keepDays],
  )
  return rows[0]?.forgotten ?? 0
}
