import type { ListObjectsV2Output, ListObjectsV2Request } from '@aws-sdk/client-s3'
import { AwsError, type Call } from '../../call.ts'
import type { StoredObject } from '../../storage/bucket.ts'
import type { Buckets } from '../../storage/buckets.ts'
import { keyInPageToken, pageToken } from '../../world/page-token.ts'
import { readableBucket } from './readable-bucket.ts'

const largestPage = 1000

/** One page of a bucket's keys; those that share what stands before a delimiter are one common prefix. */
export const listObjectsV2 =
  (buckets: Buckets): Call<ListObjectsV2Request, ListObjectsV2Output> =>
  async (input, context) => {
    const bucket = readableBucket(buckets, input.Bucket, context)
    const { Prefix: prefix = '', Delimiter: delimiter = '', MaxKeys: asked = largestPage } = input
    if (!Number.isInteger(asked) || asked < 0)
      throw new AwsError('InvalidArgument', 'Argument maxKeys must be an integer between 0 and 2147483647')
    const limit = Math.min(asked, largestPage)
    const token = input.ContinuationToken
    const from = token === undefined ? (input.StartAfter ?? '') : keyInPageToken('ListObjectsV2', token)
    if (from === undefined) throw new AwsError('InvalidArgument', 'The continuation token provided is incorrect')
    await bucket.prepare(prefix)
    const found = grouped(bucket.objects.after(from), prefix, delimiter)
    const page: Listed[] = []
    let isTruncated = false
    for (const entry of found) {
      if (entry.name <= from) continue
      isTruncated = page.length === limit
      if (isTruncated) break
      page.push(entry)
    }
    const last = page.at(-1)
    const encode = (text: string) => (input.EncodingType === 'url' ? encodeKey(text) : text)
    return {
      Name: bucket.name,
      Prefix: encode(prefix),
      ...(delimiter !== '' && { Delimiter: encode(delimiter) }),
      ...(input.EncodingType && { EncodingType: input.EncodingType }),
      ...(input.StartAfter !== undefined && { StartAfter: encode(input.StartAfter) }),
      ...(token !== undefined && { ContinuationToken: token }),
      MaxKeys: limit,
      KeyCount: page.length,
      IsTruncated: isTruncated,
      ...(isTruncated && last && { NextContinuationToken: pageToken('ListObjectsV2', last.last) }),
      Contents: page.flatMap(({ object }) => (object ? [shown(object, encode)] : [])),
      CommonPrefixes: page.flatMap(({ name, object }) => (object ? [] : [{ Prefix: encode(name) }])),
    }
  }

/** An object, or a common prefix with the last of its keys. */
type Listed = { name: string; last: string; object: StoredObject | undefined }

function* grouped(objects: Iterable<StoredObject>, prefix: string, delimiter: string): Generator<Listed> {
  let group: Listed | undefined
  for (const object of objects) {
    if (!object.key.startsWith(prefix)) continue
    const end = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length)
    const name = end === -1 ? object.key : object.key.slice(0, end + delimiter.length)
    if (group && name === group.name && end !== -1) {
      group.last = object.key
      continue
    }
    if (group) yield group
    group = { name, last: object.key, object: end === -1 ? object : undefined }
  }
  if (group) yield group
}

const shown = ({ key, etag, body, lastModified }: StoredObject, encode: (text: string) => string) => ({
  Key: encode(key),
  LastModified: lastModified,
  ETag: etag,
  Size: body.length,
  StorageClass: 'STANDARD' as const,
})

/** As S3 does: slashes stay. */
const encodeKey = (key: string) => encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+')
