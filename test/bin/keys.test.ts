import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthenticate } from '../../src/auth/authenticate.ts'
import { parseKeyRequest } from '../../src/auth/key-request.ts'
import { parseDuration } from '../../src/auth/parse-duration.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const root = resolve(import.meta.dirname, '../..')

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const keys = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>(done => {
    const child = spawn(process.execPath, ['src/bin/keys.ts', ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], DATABASE_URL: database.url, LOG_LEVEL: 'warn', LOG_FORMAT: 'json' },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', data => {
      out += data
    })
    child.stderr.on('data', data => {
      err += data
    })
    child.on('exit', code => done({ code, out, err }))
  })

test('a key is made, works, is listed, is revoked, and works no longer', async () => {
  const authenticate = () => createAuthenticate({ oidc: null, apiKeys: true }, database.pool)
  const made = await keys(
    'create',
    '--name',
    'nightly report',
    '--accounts',
    '100000000001,100000000002',
    '--ous',
    'ou-main-unit0001',
    '--role',
    'sync',
    '--expires',
    '12h',
  )
  expect(made).toMatchObject({ code: 0 })
  const text = /^amg_\S+$/m.exec(made.out)?.[0] ?? ''
  const id = text.slice(4, 14)
  // Whatever the log's level: who changes who may see what is always on record. The key itself never is.
  const audited = JSON.parse(made.err)
  expect(audited).toMatchObject({
    audit: true,
    action: 'create API key',
    keyId: id,
    keyName: 'nightly report',
    roles: ['sync'],
  })
  expect(made.err).not.toContain(text.slice(15))
  expect(await authenticate()(`Bearer ${text}`)).toEqual({
    name: `key ${id} (nightly report)`,
    scope: {
      kind: 'limited',
      accountIds: ['100000000001', '100000000002'],
      organizationalUnitIds: ['ou-main-unit0001'],
    },
    roles: ['sync'],
  })

  const listed = await keys('list')
  expect(listed.out).toContain(`${id} · nightly report · good until`)
  expect(listed.out).toContain('sees 100000000001, 100000000002, ou-main-unit0001 · may sync')
  expect(listed.out).not.toContain(text.slice(15))

  const revoked = await keys('revoke', id)
  expect(revoked.out).toContain(`Key ${id} is revoked`)
  expect(JSON.parse(revoked.err)).toMatchObject({ audit: true, action: 'revoke API key', keyId: id })
  await expect(authenticate()(`Bearer ${text}`)).rejects.toMatchObject({ reason: 'key revoked' })
  expect((await keys('list')).out).toContain('revoked 20')
})

test('what cannot be meant is explained, without a stack', async () => {
  for (const args of [[], ['revoke', 'none'], ['create', '--name', 'x']]) {
    const { code, err } = await keys(...args)
    expect(code).toBe(1)
    expect(err).not.toMatch(/^ +at /m)
  }
})

describe('the command line', () => {
  test.each([
    [[], /npm run keys -- create/],
    [['destroy'], /npm run keys -- create/],
    [['list', 'all'], /npm run keys -- create/],
    [['revoke'], /npm run keys -- create/],
    [['create', '--organization'], /--name is missing/],
    [['create', '--name', 'x'], /--organization, --accounts or --ous/],
    [['create', '--name', 'x', '--accounts', '1'], /neither an account ID/],
    [['create', '--name', 'x', '--ous', 'ou-x'], /neither an account ID/],
    [['create', '--name', 'x', '--organization', '--accounts', '100000000001'], /leave out/],
    [['create', '--name', 'x', '--organization', '--role', 'root'], /--role is one of/],
    [['create', '--name', 'x', '--organization', '--expires', 'never'], /--expires/],
    [['create', '--name', 'x', '--organization', '--forever'], /Unknown option/],
  ] as [string[], RegExp][])('%j is refused', (args, message) => {
    expect(() => parseKeyRequest(args)).toThrow(message)
  })

  test('is a key for 90 days unless told otherwise', () => {
    expect(parseKeyRequest(['create', '--name', ' x ', '--organization'])).toEqual({
      do: 'create',
      name: 'x',
      lifeMs: 90 * 86_400_000,
      roles: [],
      scope: { kind: 'organization' },
    })
  })

  test.each([
    ['30m', 1_800_000],
    ['12h', 43_200_000],
    ['366d', 31_622_400_000],
    ['367d', undefined],
    ['0d', undefined],
    ['1y', undefined],
    ['1e3d', undefined],
    ['', undefined],
  ])('%s is %s ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })
})
