import type pg from 'pg'
import { scopeKey, type ViewerScope } from '../domain/viewer.ts'
import { createBatchedRead } from './batched-reads/create-batched-read.ts'
import { cancelOnAbort, connectUntil, ReadAborted } from './cancel-on-abort.ts'
import { explainInput, prepare, type Read, type Sql, type Statement } from './statement.ts'
import type { ViewerPools } from './viewer-pools.ts'

/** How a viewer reads. */
export type ViewerReads = (scope: ViewerScope) => Read

/**
 * Reads what a viewer may see, decided by row-level security. An organization-wide viewer's statement is sent as it is, with those of
 * others where there are more of them than connections.
 * A limited viewer's runs in a transaction of its own that enters the viewer's scope first: all in one round trip, on one
 * snapshot, and with the transaction the scope ends, so that it is never the next viewer's.
 */
export const createViewerReads = (pools: ViewerPools): ViewerReads => {
  const organization = createBatchedRead(pools.organization)
  const narrow = new NarrowScopes()
  return scope => (scope.kind === 'organization' ? organization : limitedRead(pools.limited, scope, narrow))
}

type LimitedScope = Extract<ViewerScope, { kind: 'limited' }>

const limitedRead = (pool: pg.Pool, scope: LimitedScope, narrow: NarrowScopes): Read => {
  const key = scopeKey(scope)
  const read = async <Row>(statement: Sql | Statement, signal?: AbortSignal): Promise<Row[]> => {
    const prepared = prepare(statement)
    const client = await connectUntil(pool, signal)
    const stop = cancelOnAbort(client, signal)
    const [began, entered, answered, ended] = await Promise.allSettled([
      client.query('begin isolation level repeatable read read only'),
      client.query<{ narrow: boolean }>({
        name: 'enter viewer scope',
        text: 'select amigraph.enter_viewer_scope($1::text[], $2::text[]) as narrow',
        values: [scope.accountIds, scope.organizationalUnitIds],
      }),
      client.query(prepared),
      client.query('commit'),
    ])
    await stop()
    // Without its end a transaction, and the scope with it, would be the next viewer's.
    client.release(ended.status === 'rejected')
    for (const outcome of [began, entered, answered, ended]) {
      if (outcome.status === 'rejected') throw signal?.aborted ? new ReadAborted() : explainInput(outcome.reason)
    }
    if (entered.status === 'fulfilled') narrow.set(key, entered.value.rows[0]?.narrow === true)
    return (answered.status === 'fulfilled' ? answered.value.rows : []) as Row[]
  }
  return Object.assign(read, { isNarrow: () => narrow.has(key) })
}

const mostRemembered = 10_000

/**
 * The scopes that were narrow when they were last entered: a hint that spares the planner a walk through what is hidden.
 * A scope's first list goes without it, and its size may change at any time; neither changes what is seen.
 */
class NarrowScopes {
  readonly #keys = new Set<string>()

  has(key: string): boolean {
    return this.#keys.has(key)
  }

  set(key: string, isNarrow: boolean): void {
    if (!isNarrow) this.#keys.delete(key)
    else if (this.#keys.size < mostRemembered) this.#keys.add(key)
  }
}
