import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { createTestApi } from '../support/api.ts'
import { createBareDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

// A database of a released version, with what two syncs of the sandbox had left in it, comes through every migration since.

const own = resolve(import.meta.dirname, '../../migrations')
const released = '0012'
const data = JSON.parse(
  gunzipSync(readFileSync(resolve(import.meta.dirname, `released/${released}.json.gz`))).toString('utf8'),
) as Record<string, Record<string, unknown>[]>

test('a database of a released version keeps all that is in it', async () => {
  const database = await createBareDatabase()
  onTestFinished(database.drop)
  const { pool, url } = database
  const directory = join(temporaryFolder(), 'migrations')
  mkdirSync(directory)
  const names = readdirSync(own).filter(name => name.endsWith('.sql'))
  for (const name of names.filter(name => name.slice(0, 4) <= released)) cpSync(join(own, name), join(directory, name))
  await migrate({ url, directory })
  const client = await pool.connect()
  await client.query('begin')
  // As the version itself wrote them: counters and versions are among the rows
  await client.query('set local session_replication_role = replica')
  for (const [table, rows] of Object.entries(data)) {
    await client.query(`delete from amigraph.${table}`)
    const { rows: found } = await client.query<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
       where table_schema = 'amigraph' and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    )
    const columns = found[0]?.columns
    await client.query(
      `insert into amigraph.${table} (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::amigraph.${table}, $1::json)`,
      [JSON.stringify(rows)],
    )
  }
  await client.query('commit')
  client.release()

  const ran = await migrate({ url })
  expect(ran).toEqual(names.map(name => name.replace('.sql', '')).filter(name => name.slice(0, 4) > released))
  for (const table of [
    'accounts',
    'images',
    'instances',
    'instance_images',
    'launch_permissions',
    'coverage',
    'versions',
  ]) {
    const { rows } = await pool.query<{ rows: number }>(`select count(*)::integer as rows from amigraph.${table}`)
    expect([table, rows[0]?.rows]).toEqual([table, data[table]?.length])
  }
  const api = await createTestApi(pool)
  onTestFinished(api.stop)
  const { data: answer, errors } = await api.query(`{
    images(first: 1000, filter: { state: { eq: AVAILABLE } }) {
      totalCount
      nodes {
        imageId visibility instanceCount launchPermissions { grantee } tags { key } productCodes { productCode }
        deregistration { verdict } history(first: 5) { totalCount }
      }
    }
    changes(since: "2020-01-01T00:00:00Z", first: 1000) { totalCount nodes { kind } }
    accounts { nodes { accountId regions { region allowedImages { state } } } }
  }`)
  expect(errors).toBeUndefined()
  const available = data['images']?.filter(image => image['state'] === 'AVAILABLE').map(image => image['image_id'])
  expect(answer.images.nodes.map(({ imageId }: { imageId: string }) => imageId).sort()).toEqual(available?.sort())
  expect(answer.changes.nodes.length).toBeGreaterThan(0)
  expect(answer.accounts.nodes).toHaveLength(data['accounts']?.length ?? 0)
})
