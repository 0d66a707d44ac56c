import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkExposure } from '../../src/config/check-exposure.ts'
import { ConfigError } from '../../src/config/config-error.ts'
import type { Environment } from '../../src/config/env.ts'
import { loadConfig } from '../../src/config/load-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'amigraph-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const problemsOf = (env: Environment) => {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('an empty environment is a whole configuration', () => {
  expect(loadConfig({ LOG_FORMAT: 'json' })).toEqual({
    database: {
      url: null,
      replicaUrl: null,
      poolSize: 4,
      statementTimeoutSeconds: 30,
      waitSeconds: 60,
      dataDir: resolve('.amigraph'),
    },
    server: { host: '127.0.0.1', port: 4000 },
    api: {
      trustedDocuments: null,
      trustedDocumentsOnly: false,
      introspection: true,
      explorer: true,
      corsOrigins: [],
      maxQueryCost: 100_000,
      costBudget: 10_000_000,
      requestTimeoutSeconds: 60,
      maxConnections: 5000,
      answerCacheMegabytes: 64,
    },
    access: { oidc: null, apiKeys: false, auditLog: { to: 'log' } },
    aws: {
      mode: 'sandbox',
      memberRole: 'amigraph-reader',
      externalId: null,
      managementRoleArn: null,
      regions: [],
      limits: {},
    },
    sync: {
      schedule: '*/15 * * * *',
      kindSchedules: {
        SNAPSHOTS: '20 * * * *',
        SNAPSHOT_PERMISSIONS: '40 * * * *',
        IMAGE_REFERENCES: '50 */6 * * *',
        IMAGE_USAGE: '30 * * * *',
        INSTANCE_TYPES: '10 3 * * *',
      },
      permissionMaxAgeMinutes: 1440,
      maxAgeMinutes: 60,
      memoryDays: 400,
      concurrency: 16,
      eventsQueueUrl: null,
      usageReportDays: null,
      sharedReferenceCalls: 100,
    },
    bills: null,
    trust: { owners: [], goldenFamilies: [] },
    products: { titles: [] },
    sandbox: { accounts: 12, seed: 1, eventDelayMs: 500, load: null },
    metrics: { host: '127.0.0.1', port: null },
    log: { level: 'info', format: 'json' },
  })
})

test('the tree is frozen, down to its lists', () => {
  const config = loadConfig({ AMIGRAPH_REGIONS: 'eu-central-1' })
  const frozen = [config, config.database, config.aws, config.aws.regions, config.trust.owners]
  expect(frozen.map(Object.isFrozen)).toEqual(frozen.map(() => true))
})

describe('values', () => {
  test.each<[Environment, (config: ReturnType<typeof loadConfig>) => unknown, unknown]>([
    [
      { AMIGRAPH_REGIONS: ' eu-central-1, us-gov-west-1,eu-central-1,' },
      c => c.aws.regions,
      ['eu-central-1', 'us-gov-west-1'],
    ],
    [
      { AMIGRAPH_AWS_LIMITS: 'ec2:DescribeImages=200/40, kms:*=5/0.5' },
      c => c.aws.limits,
      {
        'ec2:DescribeImages': { capacity: 200, refillPerSecond: 40 },
        'kms:*': { capacity: 5, refillPerSecond: 0.5 },
      },
    ],
    [{ AMIGRAPH_REGIONS: 'eusc-de-east-1,us-iso-east-1' }, c => c.aws.regions, ['eusc-de-east-1', 'us-iso-east-1']],
    [
      { AMIGRAPH_GOLDEN_IMAGES: '[{"family":"linux","owner":"111122223333","name":"golden-*"}]' },
      c => c.trust.goldenFamilies,
      [{ family: 'linux', owner: '111122223333', name: 'golden-*', tag: null, watermark: null }],
    ],
    [
      { AMIGRAPH_GOLDEN_IMAGES: '[{"family":"base","watermark":"111122223333:approved (v1)"}]' },
      c => c.trust.goldenFamilies,
      [{ family: 'base', owner: '111122223333', name: '*', tag: null, watermark: '111122223333:approved (v1)' }],
    ],
    [
      {
        AMIGRAPH_GOLDEN_IMAGES:
          '[{"family":"team","watermark":"111122223333:approved","owner":"444455556666","name":"team-*","tag":{"key":"stage"}}]',
      },
      c => c.trust.goldenFamilies,
      [
        {
          family: 'team',
          owner: '444455556666',
          name: 'team-*',
          tag: { key: 'stage', value: null },
          watermark: '111122223333:approved',
        },
      ],
    ],
    [
      { AMIGRAPH_PRODUCT_TITLES: '{"code1":"Firewall"}' },
      c => c.products.titles,
      [{ productCode: 'code1', title: 'Firewall' }],
    ],
    [{ AMIGRAPH_TRUSTED_OWNERS: '111122223333,012345678901' }, c => c.trust.owners, ['111122223333', '012345678901']],
    [
      { AMIGRAPH_BILLS: '/srv/exports', AMIGRAPH_BILLS_ROLE_ARN: 'arn:aws:iam::111122223333:role/bills' },
      c => c.bills,
      { location: { kind: 'FOLDER', folder: '/srv/exports' }, roleArn: 'arn:aws:iam::111122223333:role/bills' },
    ],
    [
      { AMIGRAPH_BILLS: 's3://my-bucket/some/prefix/' },
      c => c.bills,
      { location: { kind: 'S3', bucket: 'my-bucket', prefix: 'some/prefix' }, roleArn: null },
    ],
    [{ PORT: '0' }, c => c.server.port, 0],
    [{ PORT: '' }, c => c.server.port, 4000],
    [{ PORT: ' 8080 ' }, c => c.server.port, 8080],
    [{ HOST: '::1' }, c => c.server.host, '::1'],
    [{ AMIGRAPH_MEMBER_ROLE: 'readers/amigraph' }, c => c.aws.memberRole, 'readers/amigraph'],
    [{ AMIGRAPH_SYNC_SCHEDULE: '0 3,15 * * 1-5' }, c => c.sync.schedule, '0 3,15 * * 1-5'],
    [
      { AMIGRAPH_SYNC_SCHEDULES: ' REGIONS=0 */6 * * *;INSTANCES = */5 * * * * ; ' },
      c => c.sync.kindSchedules,
      { REGIONS: '0 */6 * * *', INSTANCES: '*/5 * * * *' },
    ],
    [{ AMIGRAPH_INTROSPECTION: 'off' }, c => c.api.introspection, false],
    [
      { AMIGRAPH_CORS_ORIGINS: 'https://a.example.com, http://localhost:3000' },
      c => c.api.corsOrigins,
      ['https://a.example.com', 'http://localhost:3000'],
    ],
    [
      { AMIGRAPH_TRUSTED_DOCUMENTS: '/srv/queries', AMIGRAPH_TRUSTED_DOCUMENTS_ONLY: 'on' },
      c => [c.api.trustedDocuments, c.api.trustedDocumentsOnly],
      ['/srv/queries', true],
    ],
    [{ AMIGRAPH_COST_BUDGET: '0', AMIGRAPH_MAX_QUERY_COST: '500' }, c => c.api.costBudget, 0],
    [{ DATA_DIR: '/srv/amigraph' }, c => c.database.dataDir, '/srv/amigraph'],
    [{ DATABASE_URL: 'postgresql://db/amigraph' }, c => c.database.url, 'postgresql://db/amigraph'],
    [{ HOME: '/root', AWS_PROFILE: 'x', UNRELATED: '1' }, c => c.aws.mode, 'sandbox'],
  ])('%j', (env, pick, expected) => {
    expect(pick(loadConfig(env))).toEqual(expected)
  })
})

describe('a value that is not understood names its variable', () => {
  test.each<[name: string, value: string]>([
    ['DATABASE_URL', 'mysql://localhost/amigraph'],
    ['DATABASE_URL', 'localhost:5432'],
    ['AMIGRAPH_CORS_ORIGINS', '*'],
    ['AMIGRAPH_CORS_ORIGINS', 'https://a.example.com/path'],
    ['AMIGRAPH_INTROSPECTION', 'false'],
    ['AMIGRAPH_MAX_QUERY_COST', '0'],
    ['AMIGRAPH_REQUEST_TIMEOUT_SECONDS', '0'],
    ['AMIGRAPH_COST_BUDGET', '99999'],
    ['DATABASE_POOL_SIZE', '0'],
    ['DATABASE_POOL_SIZE', '4.5'],
    ['DATABASE_STATEMENT_TIMEOUT_SECONDS', '-1'],
    ['HOST', 'http://localhost'],
    ['PORT', '65536'],
    ['PORT', '4e3'],
    ['PORT', '0x10'],
    ['AMIGRAPH_AWS', 'Sandbox'],
    ['AMIGRAPH_MEMBER_ROLE', '/reader'],
    ['AMIGRAPH_MEMBER_ROLE', 'arn:aws:iam::111122223333:role/reader'],
    ['AMIGRAPH_EXTERNAL_ID', 'with space'],
    ['AMIGRAPH_MANAGEMENT_ROLE_ARN', 'arn:aws:iam::1111:role/x'],
    ['AMIGRAPH_MANAGEMENT_ROLE_ARN', 'arn:aws:iam::111122223333:user/x'],
    ['AMIGRAPH_REGIONS', 'eu-central-1,Frankfurt'],
    ['AMIGRAPH_REGIONS', 'eu-central-1a'],
    ['AMIGRAPH_AWS_LIMITS', 'DescribeImages=100/20'],
    ['AMIGRAPH_AWS_LIMITS', 'ec2:DescribeImages=100'],
    ['AMIGRAPH_AWS_LIMITS', 'ec2:DescribeImages=0/20'],
    ['AMIGRAPH_AWS_LIMITS', 'ec2:DescribeImages=100/0'],
    ['AMIGRAPH_SYNC_SCHEDULE', '*/15 * * *'],
    ['AMIGRAPH_SYNC_SCHEDULE', '61 * * * *'],
    ['AMIGRAPH_SYNC_SCHEDULE', '@hourly'],
    ['AMIGRAPH_SYNC_SCHEDULE', '* * * * * *'],
    ['AMIGRAPH_MAX_AGE_MINUTES', '0'],
    ['AMIGRAPH_SYNC_CONCURRENCY', 'many'],
    ['AMIGRAPH_GOLDEN_IMAGES', 'golden-*'],
    ['AMIGRAPH_PRODUCT_TITLES', 'Firewall'],
    ['AMIGRAPH_PRODUCT_TITLES', '{"code1":1}'],
    ['AMIGRAPH_GOLDEN_IMAGES', '[{"family":"linux","owner":"1234","name":"golden-*"}]'],
    ['AMIGRAPH_GOLDEN_IMAGES', '[{"family":"linux","owner":"111122223333"}]'],
    ['AMIGRAPH_GOLDEN_IMAGES', '[{"family":"linux","watermark":"approved"}]'],
    ['AMIGRAPH_GOLDEN_IMAGES', '[{"family":"linux","watermark":"111122223333:*"}]'],
    ['AMIGRAPH_TRUSTED_OWNERS', '1234'],
    ['AMIGRAPH_TRUSTED_OWNERS', '111122223333;444455556666'],
    ['AMIGRAPH_SANDBOX_ACCOUNTS', '0'],
    ['AMIGRAPH_SANDBOX_SEED', '4294967296'],
    ['AMIGRAPH_METRICS_PORT', 'on'],
    ['AMIGRAPH_METRICS_HOST', 'http://0.0.0.0'],
    ['LOG_LEVEL', 'verbose'],
    ['LOG_FORMAT', 'xml'],
  ])('%s=%s', (name, value) => {
    expect(problemsOf({ [name]: value }).map(problem => problem.name)).toEqual([name])
  })
})

test('every problem is reported at once, with what is expected and what was given', () => {
  const env = { PORT: 'x', LOG_LEVEL: 'loud', AMIGRAPH_SYNC_SHEDULE: '* * * * *', AMIGRAPH_ZZZZZZZZZZZZ: '1' }
  expect(() => loadConfig(env)).toThrow(
    [
      'The configuration has 4 problems:',
      '  PORT: expected a port from 0 to 65535; got "x"',
      '  LOG_LEVEL: expected fatal, error, warn, info, debug, trace or silent; got "loud"',
      '  AMIGRAPH_SYNC_SHEDULE: expected the name AMIGRAPH_SYNC_SCHEDULE; got an unknown name',
      '  AMIGRAPH_ZZZZZZZZZZZZ: expected no such variable; got an unknown name',
    ].join('\n'),
  )
})

test('a secret that is not understood is not repeated', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://root:hunter2@db/x?password=hunter2',
    DATABASE_REPLICA_URL: 'not a url hunter2',
    AMIGRAPH_EXTERNAL_ID: 'hunter2 hunter2',
  })
  expect(problems).toHaveLength(3)
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})

describe('DATABASE_PASSWORD_FILE', () => {
  const url = 'postgres://amigraph@db:5432/amigraph'

  test('is put into both connection strings', () => {
    const env = {
      DATABASE_URL: url,
      DATABASE_REPLICA_URL: url,
      DATABASE_PASSWORD_FILE: file('password', 'p@ss/wörd \n'),
    }
    const { database } = loadConfig(env)
    const expected = 'postgres://amigraph:p%40ss%2Fw%C3%B6rd@db:5432/amigraph'
    expect([database.url, database.replicaUrl]).toEqual([expected, expected])
  })

  test.each([
    ['is empty', () => file('empty', '\n')],
    ['is missing', () => join(folder, 'missing')],
    ['is a folder', () => folder],
  ])('%s', (_what, path) => {
    expect(problemsOf({ DATABASE_URL: url, DATABASE_PASSWORD_FILE: path() })).toMatchObject([
      { name: 'DATABASE_PASSWORD_FILE' },
    ])
  })

  test('says nothing without a server', () => {
    expect(problemsOf({ DATABASE_PASSWORD_FILE: file('lonely', 'x') })).toMatchObject([
      { name: 'DATABASE_PASSWORD_FILE', expected: 'DATABASE_URL to be set too' },
    ])
  })
})

test('a replica without a primary is a contradiction', () => {
  expect(problemsOf({ DATABASE_REPLICA_URL: 'postgres://replica/x' })).toMatchObject([{ name: 'DATABASE_REPLICA_URL' }])
})

describe('access', () => {
  const oidc = {
    AMIGRAPH_OIDC_ISSUER: 'https://login.example.com/main',
    AMIGRAPH_OIDC_AUDIENCE: 'amigraph,portal',
    AMIGRAPH_OIDC_CLAIMS: '{"grants":[{"claim":"groups","value":"cloud","organization":true}]}',
  }

  test('is by token, by key, or open', () => {
    expect(loadConfig(oidc).access).toMatchObject({
      oidc: { issuer: 'https://login.example.com/main', audience: ['amigraph', 'portal'], jwksUrl: null },
      apiKeys: false,
    })
    expect(loadConfig({ AMIGRAPH_API_KEYS: 'on', AMIGRAPH_AUDIT_LOG: 'audit.log' }).access).toEqual({
      oidc: null,
      apiKeys: true,
      auditLog: { to: 'file', file: resolve('audit.log') },
    })
  })

  test.each<[Environment, string]>([
    [{ ...oidc, AMIGRAPH_OIDC_AUDIENCE: '' }, 'AMIGRAPH_OIDC_ISSUER'],
    [{ ...oidc, AMIGRAPH_OIDC_CLAIMS: '' }, 'AMIGRAPH_OIDC_ISSUER'],
    [{ AMIGRAPH_OIDC_JWKS_URL: 'https://login.example.com/keys' }, 'AMIGRAPH_OIDC_JWKS_URL'],
    [{ ...oidc, AMIGRAPH_OIDC_ISSUER: 'http://login.example.com/main' }, 'AMIGRAPH_OIDC_ISSUER'],
    [{ ...oidc, AMIGRAPH_OIDC_CLAIMS: '{"grants":[{}]}' }, 'AMIGRAPH_OIDC_CLAIMS'],
  ])('%j is half a configuration', (environment, name) => {
    expect(problemsOf(environment)).toMatchObject([{ name }])
  })

  test.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['127.9.9.9', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.0.2.1', false],
    ['127.0.0.1.example.com', false],
    ['localhost.example.com', false],
  ])('without a login, %s may be listened on: %s', (host, isFine) => {
    const check = (environment: Environment) => () => {
      const { server, access } = loadConfig({ HOST: host, ...environment })
      checkExposure(server, access)
    }
    if (isFine) expect(check({})).not.toThrow()
    else expect(check({})).toThrow(/nobody has to log in.*AMIGRAPH_API_KEYS=on/s)
    expect(check({ AMIGRAPH_API_KEYS: 'on' })).not.toThrow()
    expect(check(oidc)).not.toThrow()
  })
})

test('trusted documents cannot be the only ones where there are none', () => {
  expect(problemsOf({ AMIGRAPH_TRUSTED_DOCUMENTS_ONLY: 'on' })).toEqual([
    {
      name: 'AMIGRAPH_TRUSTED_DOCUMENTS_ONLY',
      expected: 'AMIGRAPH_TRUSTED_DOCUMENTS to be set too',
      given: 'it alone',
    },
  ])
})
