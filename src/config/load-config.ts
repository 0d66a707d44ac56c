import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from './config.ts'
import { ConfigError, type ConfigProblem } from './config-error.ts'
import { type Environment, processEnvironment } from './env.ts'
import { readSettings } from './read-settings.ts'
import type { SettingValues } from './settings.ts'

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
  aws: {
    mode: values.AMIGRAPH_AWS,
    memberRole: values.AMIGRAPH_MEMBER_ROLE,
    externalId: values.AMIGRAPH_EXTERNAL_ID,
    managementRoleArn: values.AMIGRAPH_MANAGEMENT_ROLE_ARN,
    regions: values.AMIGRAPH_REGIONS,
  },
  sync: {
    schedule: values.AMIGRAPH_SYNC_SCHEDULE,
    maxAgeMinutes: values.AMIGRAPH_MAX_AGE_MINUTES,
    concurrency: values.AMIGRAPH_SYNC_CONCURRENCY,
  },
  trust: { owners: values.AMIGRAPH_TRUSTED_OWNERS },
  sandbox: {
    accounts: values.AMIGRAPH_SANDBOX_ACCOUNTS,
    seed: values.AMIGRAPH_SANDBOX_SEED,
    load: values.AMIGRAPH_SANDBOX_LOAD,
  },
  log: { level: values.LOG_LEVEL, format: values.LOG_FORMAT ?? (process.stdout.isTTY ? 'pretty' : 'json') },
})

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
const contradictions = (values: SettingValues): ConfigProblem[] =>
  (['DATABASE_REPLICA_URL', 'DATABASE_PASSWORD_FILE'] as const)
    .filter(name => values[name] && values.DATABASE_URL === null)
    .map(name => ({ name, expected: 'DATABASE_URL to be set too', given: 'it alone' }))

const deepFreeze = <T extends object>(tree: T): T => {
  for (const branch of Object.values(tree)) {
    if (typeof branch === 'object' && branch !== null) deepFreeze(branch)
  }
  return Object.freeze(tree)
}
