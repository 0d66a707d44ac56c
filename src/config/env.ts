import { existsSync } from 'node:fs'

/** Environment variables by name, as the process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The process' environment. Everything else gets parsed values; the linter forbids `process.env` elsewhere. */
export const processEnvironment = (): Environment => process.env

/**
 * Adds the variables of a `.env` file, where there is one, to the process' environment and returns their names.
 * A variable that is already set wins. For entry files only: the AWS SDK reads its own variables from there too.
 */
export const loadEnvironmentFile = (file = '.env'): string[] => {
  if (!existsSync(file)) return []
  const before = new Set(Object.keys(process.env))
  process.loadEnvFile(file)
  return Object.keys(process.env).filter(name => !before.has(name))
}
