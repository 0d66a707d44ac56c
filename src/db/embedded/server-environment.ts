import type { SpawnOptions } from 'node:child_process'

/**
 * What PostgreSQL's programs see of ours: nothing. Their messages are read, so they have to be English, and their
 * working directory must be one that every user may enter. Windows' own programs need its variables.
 */
export const serverEnvironment: Pick<SpawnOptions, 'cwd' | 'env'> =
  process.platform === 'win32'
    ? {}
    : { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' } }
