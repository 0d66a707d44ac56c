import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { zstdCompress, zstdDecompress } from 'node:zlib'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** Pages kept outside of memory, in their order. */
export type PageFile<Item> = {
  append(page: readonly Item[]): Promise<void>
  pages(): AsyncGenerator<Item[]>
  close(): Promise<void>
}

/** Where in the file, or, where there is no file, what it would say. */
type Kept = { readonly position: number; readonly length: number } | Buffer

/**
 * A nameless temporary file: it goes with its process, however that ends. Where none can be made, as on a read-only file
 * system, the compressed pages stay in memory: a tenth of what they are, and better than not to sync.
 */
export async function openPageFile<Item>(): Promise<PageFile<Item>> {
  const file = await openNameless().catch(() => null)
  const pages: Kept[] = []
  let end = 0
  return {
    async append(page) {
      const bytes = await compress(serialize(page))
      if (file === null) {
        pages.push(bytes)
        return
      }
      await file.writeFile(bytes)
      pages.push({ position: end, length: bytes.length })
      end += bytes.length
    },
    async *pages() {
      for (const kept of pages) yield deserialize(await decompress(await read(file, kept))) as Item[]
    },
    async close() {
      pages.length = 0
      await file?.close()
    },
  }
}

async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'amigraph-'))
  try {
    return await open(join(folder, 'pages'), 'wx+', 0o600)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function read(file: FileHandle | null, kept: Kept): Promise<Buffer> {
  if (Buffer.isBuffer(kept) || file === null) return kept as Buffer
  const bytes = Buffer.allocUnsafe(kept.length)
  await file.read(bytes, 0, kept.length, kept.position)
  return bytes
}
