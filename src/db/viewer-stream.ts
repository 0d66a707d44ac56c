import type pg from 'pg'
import Cursor from 'pg-cursor'
import type { ViewerScope } from '../domain/viewer.ts'
import { cancelOnAbort, connectUntil, ReadAborted } from './cancel-on-abort.ts'
import { explainInput, type Statement } from './statement.ts'
import type { ViewerPools } from './viewer-pools.ts'

/** Rows asked for at a time: enough that round trips don't count, few enough that they fit into memory many times. */
const batchRows = 1_000

/** A statement's rows as arrays of text, a batch at a time, as far as a viewer may see them. */
export type ViewerStream = (scope: ViewerScope, statement: Statement, signal: AbortSignal) => AsyncGenerator<string[][]>

/**
 * Reads rows without end in constant memory: a batch is asked for when the one before is taken. All of them come from one
 * snapshot. No statement timeout holds for it, because a whole inventory takes its time; the signal ends it.
 */
export const createViewerStream = (pools: ViewerPools): ViewerStream =>
  async function* stream(scope, { text, values }, signal) {
    const client = await connectUntil(scope.kind === 'organization' ? pools.organization : pools.limited, signal)
    const stop = cancelOnAbort(client, signal)
    let isWhole = false
    try {
      await begin(client, scope)
      const cursor = client.query(new Cursor<string[]>(text, values, { rowMode: 'array' }))
      for (;;) {
        const rows = await cursor.read(batchRows)
        if (rows.length > 0) yield rows
        if (rows.length < batchRows) break
      }
      await cursor.close()
      await client.query('commit')
      isWhole = true
    } catch (error) {
      throw signal.aborted ? new ReadAborted() : explainInput(error)
    } finally {
      await stop()
      // One that was left in the middle still has the transaction, and the viewer's scope with it.
      client.release(!isWhole)
    }
  }

const begin = async (client: pg.PoolClient, scope: ViewerScope): Promise<void> => {
  await client.query('begin isolation level repeatable read read only')
  await client.query('set local statement_timeout = 0')
  if (scope.kind === 'limited') {
    await client.query('select amigraph.enter_viewer_scope($1::text[], $2::text[])', [
      scope.accountIds,
      scope.organizationalUnitIds,
    ])
  }
}
