import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbeddedServer } from '../../../src/db/embedded/embedded-server.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { openDatabase } from '../../../src/db/open-database.ts'
import { createViewerReads } from '../../../src/db/viewer-read.ts'
import { onServer } from '../../support/on-server.ts'
import { limitedTo } from '../../support/viewers.ts'

/** A server of its own, because roles are the whole server's and everybody else's tests have made ours already. */
let server: EmbeddedServer
const folder = mkdtempSync(join(tmpdir(), 'amigraph-test-'))
beforeAll(async () => {
  server = await startEmbeddedServer({ dataDir: folder, durable: false })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The connection string of a user that is no superuser, to a database that it owns. */
const ownedBy = async (user: string, database: string, attributes: string): Promise<string> => {
  await onServer(
    server.url,
    `do $$ begin create role ${user} login password 'x' ${attributes}; exception when duplicate_object then null; end $$`,
  )
  await onServer(server.url, `create database ${database} owner ${user}`)
  const url = new URL(server.url)
  url.username = user
  url.password = 'x'
  url.pathname = `/${database}`
  return url.href
}

const settings = (url: string) => ({
  url,
  replicaUrl: null,
  poolSize: 2,
  statementTimeoutSeconds: 30,
  waitSeconds: 20,
  dataDir: '/nonexistent',
})

test('a user without CREATEROLE is told what an administrator has to run, and that is enough', async () => {
  const url = await ownedBy('plain', 'plain', 'nocreaterole')
  const refused = await migrate({ url }).catch((error: Error) => error)
  expect(refused).toMatchObject({ code: 'PERMISSION_DENIED' })
  const { message } = refused as Error
  const commands = [...message.matchAll(/(create role \w+ nologin|grant [\w, ]+ to plain)/g)].map(
    ([command]) => command,
  )
  expect(commands).toHaveLength(3)
  for (const command of commands) await onServer(server.url, command)
  expect(await migrate({ url })).toContain('0003_viewers')
  // As it was before the tests below.
  await onServer(server.url, 'drop database plain with (force)')
  await onServer(server.url, 'drop role amigraph_limited_viewer, amigraph_organization_viewer')
})

test('one with CREATEROLE needs no administrator, also when several databases begin at once', async () => {
  const urls: string[] = []
  for (const name of ['first', 'second', 'third']) urls.push(await ownedBy('managed', name, 'createrole'))
  for (const ran of await Promise.all(urls.map(url => migrate({ url })))) expect(ran).toContain('0003_viewers')
  const [url = ''] = urls
  const { viewers, pool, close } = await openDatabase(settings(url), { applicationName: 'test' })
  await pool.query(`insert into amigraph.accounts (account_id, organization_id, arn, state, ancestor_ids, content_hash)
    select id, 'o-main000001', '', 'ACTIVE', '{r-main}', '' from unnest(array['100000000001', '100000000002']) id`)
  const reads = createViewerReads(viewers)
  const seen = sql`select account_id, current_user as role from amigraph.accounts order by 1`
  expect(await reads(limitedTo(['100000000002']).scope)(seen)).toEqual([
    { account_id: '100000000002', role: 'amigraph_limited_viewer' },
  ])
  expect(await reads({ kind: 'organization' })(seen)).toHaveLength(2)
  await close()
})

test('another user of the same server is told that it has to be made a member', async () => {
  const url = await ownedBy('neighbour', 'neighbour', 'createrole')
  await expect(migrate({ url })).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
    message: expect.stringContaining('to neighbour'),
  })
  await onServer(server.url, 'grant amigraph_organization_viewer, amigraph_limited_viewer to neighbour')
  expect(await migrate({ url })).toContain('0003_viewers')
})
