import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readSettings } from '../../src/config/read-settings.ts'
import { type SettingName, settingNames, settings } from '../../src/config/settings.ts'
import { envExample, settingsTable } from '../../src/config/settings-documents.ts'

const read = (file: string) => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8')

test('.env.example is up to date: npm run --silent config -- --env-example > .env.example', () => {
  expect(read('.env.example')).toBe(envExample())
})

test("the README's table of settings is up to date: npm run --silent config -- --table", () => {
  expect(read('README.md')).toContain(settingsTable())
})

test('.env.example without its comment signs says the defaults', () => {
  const uncommented = parseEnv(envExample().replaceAll(/^#(?=[A-Z_]+=)/gm, ''))
  expect(Object.keys(uncommented).sort()).toEqual([...settingNames].sort())
  const { values, problems } = readSettings(uncommented)
  expect(problems).toEqual([])
  expect(values).toEqual(readSettings({}).values)
})

test.each(settingNames)('%s is described', (name: SettingName) => {
  const {
    description,
    absent,
    default: fallback,
  } = settings[name] as { description: string; absent?: string; default: string | null }
  expect(description).toMatch(/^[A-Z].*\.$/)
  expect(Boolean(fallback || absent)).toBe(true)
})
