import { crc32 } from 'node:zlib'
import type { GetObjectOutput, GetObjectRequest, HeadObjectOutput, HeadObjectRequest } from '@aws-sdk/client-s3'
import { AwsError, type Call, type CallContext } from '../../call.ts'
import type { StoredObject } from '../../storage/bucket.ts'
import type { Buckets } from '../../storage/buckets.ts'
import { readableBucket } from './readable-bucket.ts'

/** An object, or a range of its bytes. */
export const getObject =
  (buckets: Buckets): Call<GetObjectRequest, Omit<GetObjectOutput, 'Body'> & { Body: Uint8Array }> =>
  async (input, context) => {
    const { object, start, end, facts } = await wantedObject(buckets, input, context)
    return { ...facts, Body: object.body.subarray(start, end + 1) }
  }

/** The same without its content. */
export const headObject =
  (buckets: Buckets): Call<HeadObjectRequest, HeadObjectOutput> =>
  async (input, context) =>
    (await wantedObject(buckets, input, context)).facts

type Wanted = Pick<GetObjectRequest, 'Bucket' | 'Key' | 'Range' | 'IfMatch' | 'IfNoneMatch' | 'ChecksumMode'>

const wantedObject = async (buckets: Buckets, input: Wanted, context: CallContext) => {
  const bucket = readableBucket(buckets, input.Bucket, context)
  const key = input.Key ?? ''
  await bucket.prepare(key)
  const object = bucket.objects.get(key)
  if (!object) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404)
  if (input.IfMatch !== undefined && !isMatched(input.IfMatch, object))
    throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412)
  if (input.IfNoneMatch !== undefined && isMatched(input.IfNoneMatch, object))
    throw new AwsError('NotModified', 'Not Modified', 304)
  const { length } = object.body
  const range = input.Range === undefined ? undefined : readRange(input.Range, length)
  const { start, end } = range ?? { start: 0, end: length - 1 }
  const facts = {
    AcceptRanges: 'bytes',
    ContentLength: end - start + 1,
    ContentType: 'binary/octet-stream',
    ETag: object.etag,
    LastModified: object.lastModified,
    ...(range && { ContentRange: `bytes ${start}-${end}/${length}` }),
    // Of the whole object: S3 sends none with a part of it
    ...(input.ChecksumMode === 'ENABLED' && !range && { ChecksumCRC32: checksum(object.body) }),
  }
  return { object, start, end, facts }
}

const isMatched = (condition: string, { etag }: StoredObject): boolean =>
  condition.split(',').some(one => one.trim() === '*' || one.trim().replaceAll('"', '') === etag.replaceAll('"', ''))

/** Undefined where it is no range of bytes, which HTTP has servers ignore. */
const readRange = (range: string, length: number): { start: number; end: number } | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const end = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (start >= length || start > end) throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416)
  return { start, end }
}

const checksum = (body: Buffer): string => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(body))
  return bytes.toString('base64')
}
