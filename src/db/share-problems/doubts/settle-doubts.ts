import type { Queryable } from '../../pool.ts'

/** Records that nothing is in doubt that was written before this transaction. */
export const settleDoubts = async (client: Queryable): Promise<void> => {
  await client.query('update amigraph.share_problem_state set settled_at = now()')
}
