import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { serve } from '../served.ts'
import { signedFetch } from '../signed-fetch.ts'
import { management, member } from '../tiny-world.ts'

const withBucket = async (keys: readonly string[] = []) => {
  const served = await serve()
  const bucket = served.sandbox.buckets.create({ name: 'bills', region: 'eu-west-1', ownerId: management })
  for (const key of keys) bucket.put(key, Buffer.from(`body of ${key}`))
  return { ...served, bucket }
}
const listed = async (client: S3Client, input: Partial<ListObjectsV2Command['input']> = {}) => {
  const pages: string[][] = []
  let token: string | undefined
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: 'bills', ...input, ...(token && { ContinuationToken: token }) }),
    )
    pages.push([
      ...(page.Contents ?? []).map(({ Key = '' }) => Key),
      ...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix),
    ])
    expect(page.KeyCount).toBe(pages.at(-1)?.length)
    token = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (token !== undefined)
  return pages
}

describe('ListObjectsV2', () => {
  const odd = ['a/1', 'a/2 ä&<+%.csv', 'a/b/3', 'b=c/4', 'd']

  it('answers keys of any characters in their order, page by page', async () => {
    const { s3 } = await withBucket(odd.toReversed())
    expect(await listed(s3())).toEqual([odd])
    expect(await listed(s3(), { MaxKeys: 2 })).toEqual([odd.slice(0, 2), odd.slice(2, 4), odd.slice(4)])
    expect(await listed(s3(), { Prefix: 'a/', MaxKeys: 3 })).toEqual([odd.slice(0, 3)])
    expect(await listed(s3(), { StartAfter: 'a/b/3' })).toEqual([odd.slice(3)])
  })

  it('puts keys together that share what stands before a delimiter', async () => {
    const { s3 } = await withBucket(odd)
    expect(await listed(s3(), { Delimiter: '/' })).toEqual([['d', 'a/', 'b=c/']])
    expect(await listed(s3(), { Delimiter: '/', MaxKeys: 1 })).toEqual([['a/'], ['b=c/'], ['d']])
    expect(await listed(s3(), { Delimiter: '/', Prefix: 'a/' })).toEqual([['a/1', 'a/2 ä&<+%.csv', 'a/b/']])
  })

  it('has a thousand keys a page at most, and refuses a token that it did not give', async () => {
    const { s3 } = await withBucket(Array.from({ length: 1_001 }, (_, i) => `key${i}`))
    expect((await listed(s3(), { MaxKeys: 5_000 })).map(page => page.length)).toEqual([1_000, 1])
    await expect(listed(s3(), { ContinuationToken: 'made up' })).rejects.toMatchObject({ name: 'InvalidArgument' })
  })
})

describe('GetObject', () => {
  const text = async (client: S3Client, input: Partial<GetObjectCommand['input']> = {}) => {
    const { Body, ...facts } = await client.send(new GetObjectCommand({ Bucket: 'bills', Key: 'a/ä 1', ...input }))
    return { text: await Body?.transformToString(), ...facts }
  }

  it('answers an object with its facts, and ranges of it', async () => {
    const { s3, bucket } = await withBucket()
    const { etag } = bucket.put('a/ä 1', Buffer.from('0123456789'))
    expect(await text(s3())).toMatchObject({
      text: '0123456789',
      ETag: etag,
      ContentLength: 10,
      ChecksumCRC32: 'poTHxg==',
    })
    expect(await text(s3(), { Range: 'bytes=2-4' })).toMatchObject({ text: '234', ContentRange: 'bytes 2-4/10' })
    expect((await text(s3(), { Range: 'bytes=8-99' })).text).toBe('89')
    expect((await text(s3(), { Range: 'bytes=-3' })).text).toBe('789')
    await expect(text(s3(), { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' })
    expect(await s3().send(new HeadObjectCommand({ Bucket: 'bills', Key: 'a/ä 1' }))).toMatchObject({
      ETag: etag,
      ContentLength: 10,
    })
  })

  it('answers the very version that is asked for, or refuses', async () => {
    const { s3, bucket } = await withBucket()
    const { etag } = bucket.put('a/ä 1', Buffer.from('old'))
    expect((await text(s3(), { IfMatch: etag })).text).toBe('old')
    bucket.put('a/ä 1', Buffer.from('new'))
    await expect(text(s3(), { IfMatch: etag })).rejects.toMatchObject({ name: 'PreconditionFailed' })
    bucket.remove('a/ä 1')
    await expect(text(s3(), { IfMatch: etag })).rejects.toMatchObject({ name: 'NoSuchKey' })
  })
})

describe('whoever may not read a bucket is told why', () => {
  it('because there is none, it is another account’s, or it is elsewhere', async () => {
    const { s3, sandbox } = await withBucket(['a'])
    await expect(listed(s3(), { Bucket: 'other' })).rejects.toMatchObject({ name: 'NoSuchBucket' })
    const key = sandbox.credentials.issue({ accountId: member, roleName: 'r', sessionName: 's', seconds: 900 })
    await expect(listed(s3({ key }))).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(listed(s3({ region: 'us-east-1' }))).rejects.toMatchObject({
      name: 'PermanentRedirect',
      $response: { headers: { 'x-amz-bucket-region': 'eu-west-1' } },
    })
  })
})

it('clients that do not say which operation they mean are answered as well', async () => {
  const { sandbox } = await withBucket(['a'])
  const ask = (path: string, query = '') => signedFetch(sandbox, 's3', '', { method: 'GET', path, query })
  expect(await (await ask('/bills/a')).text()).toBe('body of a')
  expect(await (await ask('/bills', 'list-type=2')).text()).toContain('<Key>a</Key>')
  expect(await (await ask('/bills', 'policy')).text()).toContain('<Code>NotImplemented</Code>')
})
