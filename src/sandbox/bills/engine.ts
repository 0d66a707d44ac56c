import { DuckDBInstance } from '@duckdb/node-api'

/** DuckDB, for what the sandbox computes: bills, what Cost Explorer answers, what Athena is asked. */
export type Engine = {
  run(sql: string): Promise<void>
  /** The names of the columns, and rows of texts */
  query(sql: string): Promise<{ columns: readonly string[]; types: readonly string[]; rows: (string | null)[][] }>
  /** Makes a table of texts */
  fill(table: string, columns: readonly string[], rows: Iterable<readonly (string | number)[]>): Promise<void>
  close(): void
}

/** An empty one in memory. One thread, so that the same statements make the same files. */
export const openEngine = async (settings: Readonly<Record<string, string>> = {}): Promise<Engine> => {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '1GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...settings,
  })
  const connection = await instance.connect()
  return {
    async run(sql) {
      await connection.run(sql)
    },
    async query(sql) {
      const result = await connection.runAndReadAll(sql)
      return {
        columns: result.columnNames(),
        types: result.columnTypes().map(String),
        rows: result.getRowsJson().map(row => row.map(asText)),
      }
    },
    async fill(table, columns, rows) {
      await connection.run(`create table ${table} (${columns.map(name => `${name} varchar`).join(', ')})`)
      const appender = await connection.createAppender(table)
      for (const row of rows) {
        for (const value of row) appender.appendVarchar(String(value))
        appender.endRow()
      }
      appender.closeSync()
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

const asText = (value: unknown): string | null =>
  value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value)

export const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`
