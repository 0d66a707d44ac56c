import type { SourceKind } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'

/** A kind that is switched off is no gap: nobody wants to know it. What was read of it stays, with its age. */
export async function forgetKind(client: Queryable, kind: SourceKind): Promise<void> {
  await client.query('delete from amigraph.coverage where kind = $1', [kind])
}
