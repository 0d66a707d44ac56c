import { type AwsVariable, awsVariables } from './aws-variables.ts'
import type { ConfigProblem } from './config-error.ts'
import type { Environment } from './env.ts'
import { readSettings } from './read-settings.ts'
import { type Setting, type SettingName, settingNames, settings } from './settings.ts'

/** A setting as it takes effect, safe to print. */
export type EffectiveSetting = {
  readonly name: SettingName
  readonly group: string
  /** Masked where it is a secret; `null` where it is absent */
  readonly value: string | null
  readonly from: 'default' | 'environment' | '.env'
  readonly description: string
  /** What being absent means */
  readonly absent: string | null
}

export type EffectiveSettings = {
  readonly settings: readonly EffectiveSetting[]
  readonly awsVariables: readonly AwsVariable[]
  readonly problems: readonly ConfigProblem[]
}

/** Every setting with its effective value and where that came from. `fromFile` names what a `.env` file added. */
export const effectiveSettings = (env: Environment, fromFile: readonly string[] = []): EffectiveSettings => {
  const { given, problems } = readSettings(env)
  return {
    settings: settingNames.map(name => {
      const setting: Setting = settings[name]
      const text = (given.has(name) ? env[name]?.trim() : setting.default) || null
      return {
        name,
        group: setting.group,
        value: text !== null && setting.mask ? setting.mask(text) : text,
        from: !given.has(name) ? 'default' : fromFile.includes(name) ? '.env' : 'environment',
        description: setting.description,
        absent: setting.absent ?? null,
      }
    }),
    awsVariables: awsVariables(env),
    problems,
  }
}
