import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BillsConfig, Config, OidcConfig } from './config.ts'
import { ConfigError, type ConfigProblem } from './config-error.ts'
import { type Environment, processEnvironment } from './env.ts'
import { readSettings } from './read-settings.ts'
import type { SettingName, SettingValues } from './settings.ts'

/**
 * The configuration that the environment describes, frozen.
 * Throws one `ConfigError` that names every problem.
 */
export const loadConfig = (env: Environment = processEnvironment()): Config => {
  const { values, problems } = readSettings(env)
  const password = passwordFrom(values.DATABASE_PASSWORD_FILE ?? null)
  const all = [...problems, ...password.problems, ...contradictions(values)]
  if (all.length > 0) throw new ConfigError(all)
  return deepFreeze(toConfig(values, password.value))
}

const toConfig = (values: SettingValues, password: string | null): Config => ({
  database: {
    url: withPassword(values.DATABASE_URL, password),
    replicaUrl: withPassword(values.DATABASE_REPLICA_URL, password),
    poolSize: values.DATABASE_POOL_SIZE,
    statementTimeoutSeconds: values.DATABASE_STATEMENT_TIMEOUT_SECONDS,
    waitSeconds: values.DATABASE_WAIT_SECONDS,
    dataDir: resolve(values.DATA_DIR),
  },
  server: { host: values.HOST, port: values.PORT },
  access: {
    oidc: toOidc(values),
    apiKeys: values.AMIGRAPH_API_KEYS === 'on',
    auditLog:
      values.AMIGRAPH_AUDIT_LOG === 'log' || values.AMIGRAPH_AUDIT_LOG === 'off'
        ? { to: values.AMIGRAPH_AUDIT_LOG }
        : { to: 'file', file: resolve(values.AMIGRAPH_AUDIT_LOG) },
  },
  api: {
    trustedDocuments: values.AMIGRAPH_TRUSTED_DOCUMENTS && resolve(values.AMIGRAPH_TRUSTED_DOCUMENTS),
    trustedDocumentsOnly: values.AMIGRAPH_TRUSTED_DOCUMENTS_ONLY === 'on',
    introspection: values.AMIGRAPH_INTROSPECTION === 'on',
    explorer: values.AMIGRAPH_EXPLORER === 'on',
    corsOrigins: values.AMIGRAPH_CORS_ORIGINS,
    maxQueryCost: values.AMIGRAPH_MAX_QUERY_COST,
    costBudget: values.AMIGRAPH_COST_BUDGET,
    requestTimeoutSeconds: values.AMIGRAPH_REQUEST_TIMEOUT_SECONDS,
    maxConnections: values.AMIGRAPH_MAX_CONNECTIONS,
    answerCacheMegabytes: values.AMIGRAPH_ANSWER_CACHE_MEGABYTES,
  },
  aws: {
    mode: values.AMIGRAPH_AWS,
    memberRole: values.AMIGRAPH_MEMBER_ROLE,
    externalId: values.AMIGRAPH_EXTERNAL_ID,
    managementRoleArn: values.AMIGRAPH_MANAGEMENT_ROLE_ARN,
    regions: values.AMIGRAPH_REGIONS,
    limits: values.AMIGRAPH_AWS_LIMITS,
  },
  sync: {
    schedule: values.AMIGRAPH_SYNC_SCHEDULE,
    kindSchedules: values.AMIGRAPH_SYNC_SCHEDULES,
    permissionMaxAgeMinutes: values.AMIGRAPH_PERMISSION_MAX_AGE_MINUTES,
    maxAgeMinutes: values.AMIGRAPH_MAX_AGE_MINUTES,
    memoryDays: values.AMIGRAPH_MEMORY_DAYS,
    concurrency: values.AMIGRAPH_SYNC_CONCURRENCY,
    eventsQueueUrl: values.AMIGRAPH_EVENTS_QUEUE_URL,
    usageReportDays: values.AMIGRAPH_USAGE_REPORT_DAYS,
    sharedReferenceCalls: values.AMIGRAPH_SHARED_REFERENCE_CALLS,
  },
  bills: toBills(values),
  trust: { owners: values.AMIGRAPH_TRUSTED_OWNERS, goldenFamilies: values.AMIGRAPH_GOLDEN_IMAGES },
  products: { titles: values.AMIGRAPH_PRODUCT_TITLES },
  sandbox: {
    accounts: values.AMIGRAPH_SANDBOX_ACCOUNTS,
    seed: values.AMIGRAPH_SANDBOX_SEED,
    eventDelayMs: values.AMIGRAPH_SANDBOX_EVENT_DELAY_MS,
    load: values.AMIGRAPH_SANDBOX_LOAD,
  },
  metrics: { host: values.AMIGRAPH_METRICS_HOST, port: values.AMIGRAPH_METRICS_PORT },
  log: { level: values.LOG_LEVEL, format: values.LOG_FORMAT ?? (process.stdout.isTTY ? 'pretty' : 'json') },
})

const toBills = ({ AMIGRAPH_BILLS: location, AMIGRAPH_BILLS_ROLE_ARN: roleArn }: SettingValues): BillsConfig | null => {
  if (location === null) return null
  return {
    location: location.kind === 'FOLDER' ? { ...location, folder: resolve(location.folder) } : location,
    roleArn,
  }
}

const toOidc = (values: SettingValues): OidcConfig | null =>
  values.AMIGRAPH_OIDC_ISSUER === null || values.AMIGRAPH_OIDC_CLAIMS === null
    ? null
    : {
        issuer: values.AMIGRAPH_OIDC_ISSUER,
        audience: values.AMIGRAPH_OIDC_AUDIENCE,
        jwksUrl: values.AMIGRAPH_OIDC_JWKS_URL,
        claims: values.AMIGRAPH_OIDC_CLAIMS,
      }

const passwordFrom = (file: string | null): { value: string | null; problems: ConfigProblem[] } => {
  if (file === null) return { value: null, problems: [] }
  const problem = (given: string) => ({
    value: null,
    problems: [
      { name: 'DATABASE_PASSWORD_FILE', expected: 'the path of a readable file that holds a password', given },
    ],
  })
  try {
    const value = readFileSync(file, 'utf8').trim()
    return value === '' ? problem(`${JSON.stringify(file)}, which is empty`) : { value, problems: [] }
  } catch (error) {
    return problem(`${JSON.stringify(file)} (${(error as NodeJS.ErrnoException).code})`)
  }
}

const withPassword = (text: string | null, password: string | null): string | null => {
  if (text === null || password === null) return text
  const url = new URL(text)
  url.password = encodeURIComponent(password)
  return url.href
}

/** Settings that are right by themselves and wrong together. A value that could not be parsed is reported already. */
const contradictions = (values: SettingValues): ConfigProblem[] => [
  ...needed.flatMap(([names, what]) =>
    names
      .filter(name => isGiven(values[name]) && values[what] !== undefined && !isGiven(values[what]))
      .map(name => ({ name, expected: `${what} to be set too`, given: 'it alone' })),
  ),
  ...(values.AMIGRAPH_COST_BUDGET > 0 && values.AMIGRAPH_COST_BUDGET < values.AMIGRAPH_MAX_QUERY_COST
    ? [
        {
          name: 'AMIGRAPH_COST_BUDGET',
          expected: '0, or at least AMIGRAPH_MAX_QUERY_COST',
          given: `"${values.AMIGRAPH_COST_BUDGET}", less than one query may cost`,
        },
      ]
    : []),
]

/** Settings that mean nothing without another one. */
const needed: readonly (readonly [readonly SettingName[], SettingName])[] = [
  [['DATABASE_REPLICA_URL', 'DATABASE_PASSWORD_FILE'], 'DATABASE_URL'],
  [['AMIGRAPH_OIDC_AUDIENCE', 'AMIGRAPH_OIDC_JWKS_URL', 'AMIGRAPH_OIDC_CLAIMS'], 'AMIGRAPH_OIDC_ISSUER'],
  [['AMIGRAPH_OIDC_ISSUER'], 'AMIGRAPH_OIDC_AUDIENCE'],
  [['AMIGRAPH_OIDC_ISSUER'], 'AMIGRAPH_OIDC_CLAIMS'],
  [['AMIGRAPH_TRUSTED_DOCUMENTS_ONLY'], 'AMIGRAPH_TRUSTED_DOCUMENTS'],
]

const isGiven = (value: unknown): boolean =>
  Boolean(value) && value !== 'off' && !(Array.isArray(value) && value.length === 0)

const deepFreeze = <T extends object>(tree: T): T => {
  for (const branch of Object.values(tree)) {
    if (typeof branch === 'object' && branch !== null) deepFreeze(branch)
  }
  return Object.freeze(tree)
}
