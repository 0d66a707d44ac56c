/**
 * Prints the effective configuration, secrets masked: `npm run config`, `npm run --silent config -- --json`.
 * `--env-example` prints the text of `.env.example`, `--table` the README's table of settings.
 */
import { parseArgs } from 'node:util'
import { ConfigError } from '../config/config-error.ts'
import { effectiveSettings } from '../config/effective-settings.ts'
import { loadEnvironmentFile, processEnvironment } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { printSettings } from '../config/print-settings.ts'
import { envExample, settingsTable } from '../config/settings-documents.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'env-example': { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
  },
})

if (options['env-example']) process.stdout.write(envExample())
else if (options.table) console.log(settingsTable())
else {
  const fromFile = loadEnvironmentFile()
  const effective = effectiveSettings(processEnvironment(), fromFile)
  console.log(options.json ? JSON.stringify(effective, null, 2) : printSettings(effective))
  try {
    loadConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = 1
  }
}
