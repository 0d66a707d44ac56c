import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { replaceInstances } from '../../../src/db/instances/replace-instances.ts'
import type { Instance } from '../../../src/domain/facts.ts'
import type { Measured } from '../../figures/figure.ts'
import { median } from '../../figures/median.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { BenchDatabase } from '../worker/database.ts'

/** What the writing of instances fills. */
const tables = ['amigraph.instances', 'amigraph.instance_product_codes', 'amigraph.instance_images']

type WriteOptions = {
  readonly database: BenchDatabase
  readonly sandbox: Sandbox
  readonly instances: readonly Instance[]
  readonly rounds: number
}

/** Instances into empty tables as the sync writes them, and bare COPY of the very same rows, in turn. */
export const measureWrite = async ({ database, sandbox, instances, rounds }: WriteOptions): Promise<Measured> => {
  const { accountId, region } = sandbox.busy
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const written = async (write: () => Promise<unknown>): Promise<number> => {
    await client.query(`truncate ${tables.join(', ')} cascade`)
    const started = performance.now()
    await client.query('begin')
    await write()
    await client.query('commit')
    return (performance.now() - started) / 1000
  }
  try {
    const ours: number[] = []
    const copied: number[] = []
    let copies: readonly (readonly Buffer[])[] = []
    let rows = 0
    for (let round = 0; round < rounds; round += 1) {
      const seconds = await written(() => replaceInstances(client, accountId, region, instances))
      rows = await countRows(client)
      if (round === 0) copies = await Promise.all(tables.map(table => readRows(database.url, table)))
      ours.push(rows / seconds)
      copied.push(rows / (await written(() => writeRows(client, copies))))
      if ((await countRows(client)) !== rows) throw new Error('COPY wrote other rows than the sync')
    }
    return {
      value: median(ours) / median(copied),
      detail: { ours: Math.round(median(ours)), copy: Math.round(median(copied)), rows },
    }
  } finally {
    await client.end()
  }
}

const countRows = async (client: pg.Client): Promise<number> => {
  const counts = tables.map(table => `(select count(*) from ${table})`)
  const { rows } = await client.query<{ rows: number }>(`select (${counts.join(' + ')})::int as rows`)
  return rows[0]?.rows ?? 0
}

const readRows = async (url: string, table: string): Promise<Buffer[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const chunks: Buffer[] = []
    for await (const chunk of client.query(copyTo(`copy ${table} to stdout`))) chunks.push(chunk as Buffer)
    return chunks
  } finally {
    await client.end()
  }
}

const writeRows = async (client: pg.Client, copies: readonly (readonly Buffer[])[]): Promise<void> => {
  for (const [index, chunks] of copies.entries()) {
    const stream = client.query(copyFrom(`copy ${tables[index]} from stdin`))
    Readable.from(chunks).pipe(stream)
    await finished(stream)
  }
}
