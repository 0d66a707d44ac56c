import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = resolve(import.meta.dirname, '../..')

test.each(['serve', 'start'])('%s does not even begin where everybody could read everything', name => {
  const dataDir = join(temporaryFolder(), 'data')
  const { status, stderr } = spawnSync(process.execPath, [`src/bin/${name}.ts`], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOST: '0.0.0.0', PORT: '0', DATA_DIR: dataDir },
    timeout: 30_000,
  })
  expect(stderr).toMatch(/HOST: expected .*nobody has to log in.*AMIGRAPH_API_KEYS=on.*AMIGRAPH_OIDC_ISSUER/s)
  expect(status).toBe(2)
  expect(existsSync(dataDir)).toBe(false)
})
