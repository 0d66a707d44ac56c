import { DuckDBInstance } from '@duckdb/node-api'

/** An engine of our own for one reading: what does not fit into its memory goes to files in its folder. */
export type Engine = {
  run(sql: string): Promise<void>
  /** Values as texts, by column */
  rows<Row extends Readonly<Record<string, string | null>>>(sql: string): Promise<Row[]>
  close(): void
}

export type EngineOptions = { readonly folder: string; readonly memoryMegabytes?: number; readonly threads?: number }

export const openEngine = async ({ folder, memoryMegabytes = 512, threads = 2 }: EngineOptions): Promise<Engine> => {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMegabytes}MB`,
    threads: String(threads),
    temp_directory: folder,
    preserve_insertion_order: 'false',
    // A bill's file is data; nothing of it may have the engine fetch something.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  return {
    async run(sql) {
      await connection.run(sql)
    },
    async rows<Row>(sql: string) {
      const result = await connection.runAndReadAll(sql)
      return result.getRowObjectsJson() as Row[]
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

export const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`
