import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bucket } from '../../src/sandbox/storage/bucket.ts'

/** Puts the files of a folder into a bucket, below a prefix, over what was there. */
export const putFolder = (bucket: Bucket, folder: string, prefix = ''): void => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
    bucket.put(`${prefix}${path.slice(folder.length + 1)}`, readFileSync(path))
  }
}
