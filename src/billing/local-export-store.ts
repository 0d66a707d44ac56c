import { type BigIntStats, promises as fs } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { ExportChanged, type ExportStore, type StoredFile } from './export-store.ts'

/** A folder of bill exports, laid out as AWS lays them out in S3. Files are read where they are. */
export function localExportStore(folder: string): ExportStore {
  const pathOf = (key: string) => join(folder, ...key.split(posix.sep))
  return {
    name: folder,
    async list(prefix) {
      const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
      const keys = entries
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(join(folder, sep).length).split(sep).join(posix.sep))
        .filter(key => key.startsWith(prefix))
        .sort()
      return Promise.all(keys.map(async key => describe(key, await fs.stat(pathOf(key), { bigint: true }))))
    },
    async fetch(file) {
      const path = pathOf(file.key)
      const checkUnchanged = async () => {
        const stats = await fs.stat(path, { bigint: true }).catch(() => null)
        if (stats === null || etagOf(stats) !== file.etag) throw new ExportChanged(file.key)
      }
      await checkUnchanged()
      return { path, checkUnchanged, release: () => Promise.resolve() }
    },
  }
}

const describe = (key: string, stats: BigIntStats): StoredFile => ({
  key,
  size: Number(stats.size),
  etag: etagOf(stats),
  lastModified: stats.mtime,
})

/** A file that is written anew gets a new time, or a new inode where it is renamed into place. */
const etagOf = ({ ino, size, mtimeNs }: BigIntStats): string => `${ino}-${size}-${mtimeNs}`
