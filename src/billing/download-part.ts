import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { AwsFailure, readFailure } from '../aws/aws-failure.ts'
import type { AskBucket } from '../aws/s3/in-bucket-region.ts'
import { ExportChanged } from './export-store.ts'

type Version = { readonly Bucket: string; readonly Key: string; readonly etag: string; readonly size: number }

type Part = { readonly start: number; readonly end: number }

/** A body that breaks off is asked for again; what fails before it begins, the client has tried again already. */
const attempts = 3

/** Milliseconds without a byte after which a body counts as broken off. */
const longestSilence = 30_000

/** Writes a part of an object's listed version to its place in a file. */
export const downloadPart = async (
  askBucket: AskBucket,
  version: Version,
  part: Part,
  file: FileHandle,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryPart(askBucket, version, part, file)
    } catch (error) {
      const failure = error instanceof BrokenOff ? error.failure : null
      if (failure === null) throw error
      if (attempt === attempts) throw failure
    }
  }
}

class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
  readonly failure: AwsFailure

  constructor(failure: AwsFailure) {
    super(failure.message)
    this.failure = failure
  }
}

const tryPart = async (askBucket: AskBucket, { Bucket, Key, etag, size }: Version, part: Part, file: FileHandle) => {
  // A whole object comes with a checksum, which the client compares
  const isWhole = part.start === 0 && part.end === size
  const range = isWhole ? {} : { Range: `bytes=${part.start}-${part.end - 1}` }
  const { Body, ETag } = await askBucket(s3 => s3.send(new GetObjectCommand({ Bucket, Key, IfMatch: etag, ...range })))
  const body = Body as Readable
  if (ETag !== etag) {
    body.destroy()
    throw new ExportChanged(Key)
  }
  let at = part.start
  const silence = setTimeout(() => body.destroy(new Error('S3 stopped sending')), longestSilence)
  const chunks = body[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await chunks.next().catch(error => {
        throw new BrokenOff(brokenOff(Key, at - part.start, part, readFailure(error)))
      })
      if (done) break
      silence.refresh()
      const chunk = value as Buffer
      if (at + chunk.length > part.end) throw new BrokenOff(brokenOff(Key, at + chunk.length - part.start, part))
      await writeWhole(file, chunk, at)
      at += chunk.length
    }
  } finally {
    clearTimeout(silence)
    body.destroy()
  }
  if (at < part.end) throw new BrokenOff(brokenOff(Key, at - part.start, part))
}

/** A disk takes what there is room for, and refuses only what it is given next. */
const writeWhole = async (file: FileHandle, chunk: Buffer, at: number) => {
  for (let written = 0; written < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, written, chunk.length - written, at + written)
    written += bytesWritten
  }
}

const brokenOff = (key: string, bytes: number, { start, end }: Part, cause?: AwsFailure): AwsFailure =>
  new AwsFailure(
    'TruncatedBody',
    `S3 sent ${bytes} of ${end - start} bytes of ${key}${cause === undefined ? '' : ` (${cause.message})`}`,
    'transient',
    cause,
  )
