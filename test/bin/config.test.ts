import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amigraph-bin-'))
  writeFileSync(join(folder, '.env'), 'PORT=5001\nHOST=::1\nAWS_SESSION_TOKEN=hunter2\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

const config = (env: Record<string, string>, ...options: string[]) =>
  spawnSync(process.execPath, [resolve(import.meta.dirname, '../../src/bin/config.ts'), ...options], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', ...env },
  })

test('says each value and where it comes from; the environment wins over .env', () => {
  const { stdout, status } = config({ HOST: '0.0.0.0' }, '--json')
  const { settings } = JSON.parse(stdout)
  const shown = (name: string) => settings.find((setting: { name: string }) => setting.name === name)
  expect(shown('PORT')).toMatchObject({ value: '5001', from: '.env' })
  expect(shown('HOST')).toMatchObject({ value: '0.0.0.0', from: 'environment' })
  expect(shown('LOG_LEVEL')).toMatchObject({ value: 'info', from: 'default' })
  expect(status).toBe(0)
})

test.each([[[]], [['--json']]])('no secret is printed %j', options => {
  const secrets = {
    DATABASE_URL: 'postgres://u:hunter2@db/x?password=hunter2',
    AMIGRAPH_EXTERNAL_ID: 'hunter2',
    AWS_ACCESS_KEY_ID: 'hunter2',
    AWS_SECRET_ACCESS_KEY: 'hunter2',
  }
  const { stdout, stderr } = config(secrets, ...options)
  expect(stdout).toContain('AWS_SECRET_ACCESS_KEY')
  expect(stdout).toContain('AWS_SESSION_TOKEN')
  expect(stdout + stderr).not.toContain('hunter2')
})

test('problems come after what could be read, and the exit code says so', () => {
  const { stdout, stderr, status } = config({ LOG_LEVEL: 'loud', AMIGRAPH_AWS: 'cloud' })
  expect(stdout).toContain('AMIGRAPH_REGIONS')
  expect(stderr).toContain('LOG_LEVEL: expected')
  expect(stderr).toContain('AMIGRAPH_AWS: expected "sandbox" or "organization"; got "cloud"')
  expect(status).toBe(1)
})
