import { afterEach, expect, it } from 'vitest'
import { expectedCache } from '../support/expected-cache.ts'
import { onServer } from '../support/on-server.ts'
import { readCache } from '../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

let synced: SyncedSandbox
afterEach(() => synced?.close())

it('outlives a database that drops every connection, again and again', async () => {
  synced = await createSyncedSandbox()
  const breaks: Promise<unknown>[] = []
  const { pathname } = new URL(synced.databaseUrl)
  const { results } = await synced.sync((_, { done }) => {
    if (done % 8 === 3)
      breaks.push(
        onServer(
          synced.databaseUrl,
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = '${pathname.slice(1)}' and pid <> pg_backend_pid()`,
        ),
      )
  })
  await Promise.allSettled(breaks)
  expect(breaks.length).toBeGreaterThan(2)
  expect(results.filter(({ failure }) => failure !== null)).toEqual([])
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
})
