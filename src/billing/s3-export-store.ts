import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { AwsFailure, readFailure } from '../aws/aws-failure.ts'
import { pagesBy } from '../aws/pages.ts'
import type { AskBucket } from '../aws/s3/in-bucket-region.ts'
import { downloadPart } from './download-part.ts'
import { ExportChanged, type ExportStore, type StoredFile } from './export-store.ts'
import { inParallel } from './in-parallel.ts'
import { unreadable } from './open-file.ts'
import { explained } from './s3-failure.ts'

export type S3ExportOptions = {
  /** Of a file, fetched in one call each */
  readonly partBytes?: number
  readonly partsAtOnce?: number
}

/**
 * Exports below a prefix of an S3 bucket. A file is fetched part by part into the system's temporary folder, so that the
 * memory needed does not grow with it; each part of the very version that was listed, or of none.
 */
export function s3ExportStore(
  askBucket: AskBucket,
  { bucket, prefix }: { readonly bucket: string; readonly prefix: string },
  { partBytes = 16 * 1024 * 1024, partsAtOnce = 4 }: S3ExportOptions = {},
): ExportStore {
  const name = `s3://${bucket}/${prefix}`
  const root = prefix === '' ? '' : `${prefix}/`
  return {
    name,
    async list(within) {
      const files: StoredFile[] = []
      const ask = (token: string | undefined) =>
        askBucket(s3 =>
          s3.send(
            new ListObjectsV2Command({
              Bucket: bucket,
              Prefix: root + within,
              ...(token && { ContinuationToken: token }),
            }),
          ),
        )
      try {
        for await (const { Contents = [] } of pagesBy(ask, page => page.NextContinuationToken)) {
          for (const { Key = '', Size = 0, ETag = '', LastModified = new Date(0) } of Contents) {
            // A folder that somebody made in the console is an empty object
            if (Key.endsWith('/')) continue
            files.push({ key: Key.slice(root.length), size: Size, etag: ETag, lastModified: LastModified })
          }
        }
      } catch (error) {
        throw explained(readFailure(error), bucket, 's3:ListBucket')
      }
      // To whoever mistyped it, a prefix without anything must not look like a month without costs
      if (within === '' && files.length === 0) throw new AwsFailure('NothingThere', `Nothing lies in ${name}`, 'final')
      return files
    },
    async fetch(file) {
      const folder = await mkdtemp(join(tmpdir(), 'amigraph-export-'))
      const release = () => rm(folder, { recursive: true, force: true })
      try {
        const path = join(folder, 'file')
        await download(askBucket, { Bucket: bucket, Key: root + file.key }, file, path, { partBytes, partsAtOnce })
        // What was fetched is that version, whatever becomes of the object
        return { path, checkUnchanged: () => Promise.resolve(), release }
      } catch (error) {
        await release()
        throw whyNotFetched(error, bucket, file.key)
      }
    },
  }
}

const download = async (
  askBucket: AskBucket,
  object: { readonly Bucket: string; readonly Key: string },
  { size, etag }: StoredFile,
  path: string,
  { partBytes, partsAtOnce }: Required<S3ExportOptions>,
): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    const count = Math.ceil(size / partBytes)
    const parts = Array.from({ length: count }, (_, index) => ({
      start: index * partBytes,
      end: Math.min(size, (index + 1) * partBytes),
    }))
    await inParallel(parts, partsAtOnce, part => downloadPart(askBucket, { ...object, etag, size }, part, file))
  } finally {
    await file.close()
  }
}

const whyNotFetched = (error: unknown, bucket: string, key: string): unknown => {
  if (!(error instanceof AwsFailure)) return unreadable(key, error)
  if (error.code === 'PreconditionFailed' || error.code === 'NoSuchKey') return new ExportChanged(key)
  return explained(error, bucket, 's3:GetObject', key)
}
