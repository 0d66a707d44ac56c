import type { Pool } from '../pool.ts'
import { inTransaction } from '../transaction.ts'
import { doubtWhatTimeChanged } from './doubts/doubt-what-time-changed.ts'
import { settleDoubts } from './doubts/settle-doubts.ts'
import { spreadDoubts } from './doubts/spread-doubts.ts'
import { takeDoubtedImages } from './doubts/take-doubted-images.ts'
import { findShareProblems } from './find-share-problems.ts'

export type RefreshOptions = {
  /** Images of one transaction */
  readonly batch?: number
  readonly retries?: number
  /** Gives up between two transactions; what is left is found the next time */
  readonly signal?: AbortSignal
}

/** A second or two of work at 200,000 images: nobody waits long for what a transaction holds. */
const usualBatch = 2_000

/**
 * Finds share problems again (question 7) wherever something changed that decides them (amigraph.share_doubts), a batch
 * of images in each transaction, until nothing is in doubt; one process at a time, the others wait for its transactions
 * and share the rest. Costs grow with the images that changes touch, not with those that there are. Returns the rows
 * changed.
 */
export const refreshShareProblems = async (
  pool: Pool,
  { batch = usualBatch, retries = 0, signal }: RefreshOptions = {},
): Promise<number> => {
  let changed = 0
  for (let isFirst = true; ; isFirst = false) {
    if (signal?.aborted) return changed
    const found = await inTransaction(
      pool,
      async client => {
        await client.query(`select pg_advisory_xact_lock(hashtextextended('amigraph:share-problems', 0))`)
        if (isFirst) await doubtWhatTimeChanged(client)
        await spreadDoubts(client)
        const images = await takeDoubtedImages(client, batch)
        if (images.length > 0) return findShareProblems(client, images)
        await settleDoubts(client)
        return null
      },
      { retries },
    )
    if (found === null) return changed
    changed += found
  }
}
