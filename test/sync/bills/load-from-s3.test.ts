/** Bills that lie in S3: over HTTP, by the SDK's real client, whatever goes wrong on the way. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createAwsClients } from '../../../src/aws/clients.ts'
import { type AskBucket, inBucketRegion } from '../../../src/aws/s3/in-bucket-region.ts'
import { s3ExportStore } from '../../../src/billing/s3-export-store.ts'
import type { FaultRule } from '../../../src/sandbox/faults.ts'
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts'
import type { Bucket } from '../../../src/sandbox/storage/bucket.ts'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { management, member, tinyWorld } from '../../sandbox/tiny-world.ts'
import { sandboxBillSource } from '../../support/bill-source.ts'
import { randomBill, writeBill } from '../../support/bills.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { loadBillsFrom } from '../../support/load-bills.ts'
import { putFolder } from '../../support/put-folder.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let database: TestDatabase
let sandbox: Sandbox
let bucket: Bucket

beforeEach(async () => {
  database = await createTestDatabase()
  sandbox = await startSandbox({ world: tinyWorld() })
  bucket = sandbox.buckets.create({ name: 'billing', region: 'eu-west-1', ownerId: management })
})
afterEach(async () => {
  await sandbox.close()
  await database.drop()
})

const data = 'some/prefix/export/data/BILLING_PERIOD=2026-10/export-00001.snappy.parquet'

/** Puts a bill's export into the bucket, over what was there. */
const put = async (seed: number, to: Bucket = bucket) => {
  const folder = temporaryFolder()
  await writeBill(folder, randomBill(createRandom(seed), { lines: 40 }), 'CUR 2.0 Parquet')
  putFolder(to, folder, 'some/prefix/')
}

const load = async (from = 's3://billing/some/prefix', options: Parameters<typeof sandboxBillSource>[2] = {}) => {
  const source = sandboxBillSource(sandbox, from, options)
  try {
    return await loadBillsFrom(database.pool, source)
  } finally {
    source.close()
  }
}
const told = async () =>
  (await database.pool.query('select * from amigraph.billed_amounts order by account_id, currency')).rows
const fault = (rule: Omit<FaultRule, 'service'>) => sandbox.faults.add({ service: 's3', ...rule })
const calls = (operation: string) => sandbox.calls.total({ service: 's3', operation })

describe('a month in S3 is loaded', () => {
  it('once, and again only when its export changed; the Region of its bucket is learnt once', async () => {
    await put(5)
    expect(await load()).toEqual({ changed: 1, failure: null })
    expect(sandbox.calls.totalErrors({ service: 's3' }, 'PermanentRedirect')).toBe(1)
    const before = await told()
    sandbox.calls.reset()
    expect((await load()).changed).toBe(0)
    // One asked elsewhere, one list; the manifest
    expect([calls('ListObjectsV2'), calls('GetObject')]).toEqual([2, 1])
    await put(6)
    expect((await load()).changed).toBe(1)
    expect(await told()).not.toEqual(before)
  })

  it('from among more files than a page has', async () => {
    for (let i = 0; i < 2_100; i += 1) bucket.put(`some/prefix/a-log/${i}.txt`, Buffer.from(''))
    await put(5)
    expect(await load()).toEqual({ changed: 1, failure: null })
    expect(calls('ListObjectsV2')).toBe(1 + 3)
  })

  it('with the role that may read the bucket of another account', async () => {
    const other = sandbox.buckets.create({ name: 'payers-billing', region: 'us-east-1', ownerId: member })
    await put(5, other)
    const from = 's3://payers-billing/some/prefix'
    await expect(load(from)).rejects.toMatchObject({ code: 'AccessDenied' })
    const roleArn = `arn:aws:iam::${member}:role/amigraph-reader`
    expect(await load(from, { roleArn })).toEqual({ changed: 1, failure: null })
  })
})

describe('the last good load stays, and it is said why, when', () => {
  const ofObject: [what: string, code: string, says: RegExp, rule: Omit<FaultRule, 'service'>][] = [
    [
      'objects may not be read',
      'AccessDenied',
      /s3:GetObject is not allowed/,
      { operation: 'GetObject', fault: { kind: 'error', code: 'AccessDenied', status: 403 } },
    ],
    [
      'S3 asks to slow down',
      'SlowDown',
      /fewer requests/,
      { operation: 'GetObject', fault: { kind: 'error', code: 'SlowDown', status: 503 } },
    ],
    [
      'bodies are cut short',
      'TruncatedBody',
      /to its end/,
      { operation: 'GetObject', fault: { kind: 'truncatedXml' } },
    ],
    ['connections are reset', 'Unreachable', /could not be read/, { operation: 'GetObject', fault: { kind: 'reset' } }],
    [
      'a proxy answers instead',
      'InvalidResponse',
      /could not be read/,
      { operation: 'GetObject', fault: { kind: 'html200' } },
    ],
  ]
  it.each(ofObject)('%s: %s', async (_what, code, says, rule) => {
    await put(5)
    await load()
    const before = await told()
    await put(6)
    // After the manifest: the month's file
    const remove = fault({ ...rule, nth: 2, times: 100 })
    const { failure } = await load()
    expect(failure).toMatchObject({ code, message: expect.stringMatching(says) })
    expect(failure?.message).toContain('export-00001.snappy.parquet')
    expect(await told()).toEqual(before)
    remove()
    expect(await load()).toEqual({ changed: 1, failure: null })
    expect(await told()).not.toEqual(before)
  })

  it.each<[string, string, RegExp, string, FaultRule['fault']?]>([
    ['there is no such bucket', 'NoSuchBucket', /The bucket nowhere does not exist/, 's3://nowhere/some/prefix'],
    ['nothing lies there', 'NothingThere', /Nothing lies in s3:\/\/billing\/some\/prefux/, 's3://billing/some/prefux'],
    [
      'it may not be listed',
      'AccessDenied',
      /s3:ListBucket is not allowed/,
      's3://billing/some/prefix',
      { kind: 'error', code: 'AccessDenied', status: 403 },
    ],
    [
      'a listing is cut short',
      'InvalidResponse',
      /could not be read/,
      's3://billing/some/prefix',
      { kind: 'truncatedXml' },
    ],
  ])('%s: %s', async (_what, code, says, from, kind) => {
    await put(5)
    await load()
    const before = await told()
    if (kind !== undefined) fault({ operation: 'ListObjectsV2', fault: kind })
    await expect(load(from)).rejects.toMatchObject({ code, message: expect.stringMatching(says) })
    expect(await told()).toEqual(before)
  })

  it.each<[string, () => unknown]>([
    ['replaced', () => bucket.put(data, Buffer.from('something else'))],
    ['removed', () => bucket.remove(data)],
  ])('a file is %s between listing and reading', async (_what, change) => {
    await put(5)
    await load()
    const before = await told()
    await put(6)
    const source = sandboxBillSource(sandbox, 's3://billing/some/prefix')
    onTestFinished(source.close)
    const list = async () => {
      const listed = await source.list()
      change()
      return listed
    }
    const { failure } = await loadBillsFrom(database.pool, { ...source, list })
    expect(failure).toMatchObject({
      code: 'EXPORT_CHANGED',
      message: expect.stringContaining('was replaced while it was read'),
    })
    expect(await told()).toEqual(before)
    await put(6)
    expect((await load()).failure).toBeNull()
  })

  it('the process is killed while it downloads', { timeout: 120_000 }, async () => {
    await put(5)
    await load()
    const before = await told()
    await put(6)
    sandbox.calls.reset()
    const remove = fault({ operation: 'GetObject', nth: 2, times: 100, fault: { kind: 'hang' } })
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../../src/bin/bills.ts')], {
      cwd: temporaryFolder(),
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        TMPDIR: temporaryFolder(),
        DATABASE_URL: database.url,
        AMIGRAPH_AWS: 'organization',
        AMIGRAPH_BILLS: 's3://billing/some/prefix',
        AWS_ENDPOINT_URL: sandbox.url,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: sandbox.credentials.root.accessKeyId,
        AWS_SECRET_ACCESS_KEY: sandbox.credentials.root.secretAccessKey,
        LOG_LEVEL: 'silent',
      },
    })
    await eventually(() => expect(calls('GetObject')).toBe(2), 90)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await told()).toEqual(before)
    remove()
    expect((await load()).failure).toBeNull()
    expect(await told()).not.toEqual(before)
  })
})

describe('a file is fetched', () => {
  const storeOf = (options: Parameters<typeof s3ExportStore>[2], beforeCall = () => {}) => {
    const aws = createAwsClients({
      memberRole: 'amigraph-reader',
      externalId: null,
      managementRoleArn: null,
      region: 'us-east-1',
      endpoint: sandbox.url,
      credentials: () => Promise.resolve(sandbox.credentials.root),
    })
    onTestFinished(aws.close)
    const ask = inBucketRegion(aws.bills(null).s3, 'us-east-1')
    const askNoted: AskBucket = work => {
      beforeCall()
      return ask(work)
    }
    return s3ExportStore(askNoted, { bucket: 'billing', prefix: '' }, options)
  }
  const content = Buffer.from(Array.from({ length: 10_000 }, (_, i) => i % 251))

  it.each([0, 1, 999, 1_000, 1_001, 10_000])('in parts of 1,000 bytes, byte for byte: %i bytes', async size => {
    bucket.put('file', content.subarray(0, size))
    const store = storeOf({ partBytes: 1_000, partsAtOnce: 3 })
    const [file] = await store.list('')
    if (file === undefined) throw new Error('The file was not listed')
    // One that breaks off is asked for again
    fault({ operation: 'GetObject', nth: 2, fault: { kind: 'truncatedXml' } })
    const fetched = await store.fetch(file)
    expect(readFileSync(fetched.path).equals(content.subarray(0, size))).toBe(true)
    expect(sandbox.calls.total({ service: 's3', operation: 'GetObject' })).toBe(
      Math.ceil(size / 1_000) + (size > 1_000 ? 1 : 0),
    )
    await fetched.release()
    expect(() => readFileSync(fetched.path)).toThrow('ENOENT')
  })

  it('in one version, though it is replaced between two parts', async () => {
    bucket.put('file', content)
    let part = 0
    const store = storeOf({ partBytes: 1_000, partsAtOnce: 1 }, () => {
      if (calls('GetObject') === 0) return
      part += 1
      if (part === 2) bucket.put('file', Buffer.from(content.toReversed()))
    })
    const [file] = await store.list('')
    if (file === undefined) throw new Error('The file was not listed')
    await expect(store.fetch(file)).rejects.toMatchObject({ name: 'ExportChanged', code: 'EXPORT_CHANGED' })
    expect(part).toBe(2)
  })
})
