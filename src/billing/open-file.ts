import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { BillError, tooSmall } from './bill-error.ts'
import { type Engine, identifier, quoted } from './duckdb.ts'
import type { ExportStore, StoredFile } from './export-store.ts'
import { isPacked, unpack } from './unpack.ts'

/** A file of an export, as something to select from. */
export type OpenFile = {
  readonly key: string
  readonly from: string
  /** DuckDB's types, by column */
  readonly columns: ReadonlyMap<string, string>
  /** Throws where the file was replaced meanwhile; releases it in any case */
  close(): Promise<void>
}

/** Makes a file readable: fetches it, unpacks it where it is packed, finds out its columns. */
export const openFile = async (
  engine: Engine,
  store: ExportStore,
  file: StoredFile,
  target: { readonly folder: string; readonly name: string },
): Promise<OpenFile> => {
  const fetched = await store.fetch(file)
  try {
    const from = await readable(file.key, fetched.path, join(target.folder, target.name))
    const described = await engine.rows<{ column_name: string; column_type: string }>(`describe select * from ${from}`)
    return {
      key: file.key,
      from,
      columns: new Map(described.map(({ column_name, column_type }) => [column_name, column_type])),
      async close() {
        try {
          await fetched.checkUnchanged()
        } finally {
          await fetched.release()
        }
      },
    }
  } catch (error) {
    // A file that is being replaced looks torn: then it was that.
    await fetched.checkUnchanged().finally(() => fetched.release())
    throw unreadable(file.key, error)
  }
}

const readable = async (key: string, path: string, unpacked: string): Promise<string> => {
  if (key.toLowerCase().endsWith('.parquet')) return `read_parquet(${quoted(path)})`
  const isPackedFile = await isPacked(path)
  if (isPackedFile) await unpack(path, unpacked)
  const csv = isPackedFile ? unpacked : path
  const columns = await headerOf(csv)
  const types = columns.map(name => `${quoted(name)}: 'VARCHAR'`).join(', ')
  return `read_csv(${quoted(csv)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    strict_mode = true, null_padding = false, max_line_size = 16777216, columns = {${types}})`
}

/** The names in a CSV file's first line. A torn file has none, or none that are known. */
const headerOf = async (path: string): Promise<string[]> => {
  const file = await open(path)
  try {
    const { value } = await file
      .readLines({ end: 4 * 1024 * 1024 })
      [Symbol.asyncIterator]()
      .next()
    const line = String(value ?? '').replace(/^\uFEFF/, '')
    const names = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(found =>
      (found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim(),
    )
    if (names.every(name => name === '')) throw new Error('The file has no header')
    return distinct(names)
  } finally {
    await file.close()
  }
}

/** Two attributes of a product may differ in case alone; to DuckDB that is one name. */
const distinct = (names: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return names.map(name => {
    const times = seen.get(name.toLowerCase()) ?? 0
    seen.set(name.toLowerCase(), times + 1)
    return times === 0 ? name : `${name}_${times}`
  })
}

/** What went wrong with a file, as one error that names it. */
export const unreadable = (key: string, error: unknown): unknown => {
  const small = tooSmall(key, error)
  if (small !== null) return small
  if (!(error instanceof Error) || !('code' in error)) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return new BillError('UNREADABLE_FILE', `${key} cannot be read, it may be torn: ${withoutPaths(message)}`, error)
  }
  const { code } = error as NodeJS.ErrnoException
  if (/^(Z_|ERR_|ENOENT)/.test(code ?? '')) {
    return new BillError(
      'UNREADABLE_FILE',
      `${key} cannot be read, it may be torn: ${withoutPaths(error.message)}`,
      error,
    )
  }
  return error
}

/** Where a copy of the file lies on this machine is nobody's business. */
const withoutPaths = (message: string): string => message.replaceAll(/["'`]?(\/|[A-Z]:\\)[^\s"'`]+["'`]?/g, 'the file')

export const columnOf = (
  file: Pick<OpenFile, 'columns'>,
  names: readonly string[],
): { name: string; type: string } | null => {
  for (const name of names) {
    const type = file.columns.get(name)
    if (type !== undefined) return { name: identifier(name), type }
  }
  return null
}
