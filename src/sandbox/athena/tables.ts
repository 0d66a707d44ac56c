import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openEngine, quoted } from '../bills/engine.ts'
import type { Bucket, StoredObject } from '../storage/bucket.ts'

/** A table of the data catalog: every file of one format below a prefix. */
export type Table = {
  readonly database: string
  readonly name: string
  readonly bucket: Bucket
  readonly prefix: string
}

export type Tables = {
  /** DuckDB with the tables in it as the bucket holds them now */
  engine(tables: readonly Table[]): Promise<Engine>
  close(): void
}

/**
 * Reads tables into DuckDB, which then gets Athena's SQL as it was sent. Anew where an object has changed. Nothing else of
 * this machine can be reached from there: statements come from whoever may call.
 */
export const createTables = (): Tables => {
  let current: { signature: string; engine: Engine } | null = null
  return {
    async engine(tables) {
      const found = await Promise.all(tables.map(async table => ({ table, objects: await objectsOf(table) })))
      const signature = JSON.stringify(found.map(({ objects }) => objects.map(({ key, etag }) => [key, etag])))
      if (current?.signature === signature) return current.engine
      current?.engine.close()
      current = null
      const engine = await openEngine()
      for (const { table, objects } of found) if (objects.length > 0) await readTable(engine, table, objects)
      await engine.run(trinoFunctions)
      await engine.run(`set enable_external_access = false; set lock_configuration = true`)
      current = { signature, engine }
      return engine
    },
    close() {
      current?.engine.close()
      current = null
    },
  }
}

/** What Trino has under another name, or with another meaning, than DuckDB. */
const trinoFunctions = 'create macro element_at(container, place) as container[place]'

const objectsOf = async ({ bucket, prefix }: Table): Promise<StoredObject[]> => {
  await bucket.prepare(prefix)
  return [...bucket.objects.after()].filter(({ key }) => key.startsWith(prefix) && key.endsWith('.parquet'))
}

/** Columns of partitions come from the folders' names; every name is in lower case, as the catalog has them. */
const readTable = async (engine: Engine, { database, name }: Table, objects: readonly StoredObject[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'amigraph-sandbox-athena-'))
  try {
    const files = await Promise.all(
      objects.map(async ({ key, body }, index) => {
        const file = join(folder, `${index}.parquet`)
        await writeFile(file, body)
        return {
          file,
          partitions: [...key.matchAll(/([^/=]+)=([^/]+)\//g)].map(([, column = '', value = '']) => ({
            column,
            value,
          })),
        }
      }),
    )
    const { rows } = await engine.query(`describe select * from read_parquet(${quoted(files[0]?.file ?? '')})`)
    const columns = rows.map(([column]) => `"${column}" as "${column?.toLowerCase()}"`)
    const selects = files.map(({ file, partitions }) => {
      const parted = partitions.map(({ column, value }) => `${quoted(value)} as "${column.toLowerCase()}"`)
      return `select ${[...columns, ...parted].join(', ')} from read_parquet(${quoted(file)})`
    })
    await engine.run(`create schema if not exists "${database}"`)
    await engine.run(`create table "${database}"."${name}" as ${selects.join(' union all by name ')}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
