import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool, PoolClient } from '../../../src/db/pool.ts'
import type { Progress } from '../../figures/progress.ts'
import type { Scale } from './scale.ts'

const folder = join(import.meta.dirname, 'seed')

/** The statements of the seed, in order: a file for each kind of fact. */
export const seedFiles = (): { name: string; text: string }[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => ({ name: name.replace(/^\d+-|\.sql$/g, ''), text: readFileSync(join(folder, name), 'utf8') }))

/**
 * Fills a migrated, empty database; the same scale gives the same rows every time. Indexes are built after the rows,
 * as that takes half the time, and the planner's statistics and visibility map are brought up to date at the end.
 */
export const seed = async (pool: Pool, scale: Scale, progress: Progress): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'")
    // As where sources are read for the first time: nothing of it is a change.
    await client.query("set amigraph.is_first_reading = 'true'")
    const indexes = await dropIndexes(client)
    for (const { name, text } of seedFiles()) {
      progress.say(`seeding ${name}`)
      await client.query(withNumbers(text, scale))
    }
    progress.say('building indexes')
    for (const index of indexes) await client.query(index)
    progress.say('vacuum analyze')
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
    await client.query('reset all')
  } finally {
    client.release()
  }
}

/** `:images` and the like, as in psql. */
const withNumbers = (text: string, scale: Scale): string => {
  const numbers: Record<string, number> = { ...scale, product_codes: scale.productCodes }
  return text.replace(/(?<![:\w]):([a-z_]+)\b/g, (whole, name: string) => String(numbers[name] ?? whole))
}

/** Takes away every index that no constraint stands on, and returns what makes them again. */
const dropIndexes = async (client: PoolClient): Promise<string[]> => {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select format('%I.%I', schemaname, indexname) as name, indexdef as definition
    from pg_indexes
    where schemaname = 'amigraph'
      and to_regclass(format('%I.%I', schemaname, indexname)) not in
        (select conindid from pg_constraint where conindid <> 0)
      and indexdef not like 'CREATE UNIQUE %'
      and tablename not like 'versions%'
    order by 1`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
