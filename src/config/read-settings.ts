import { closestName } from './closest-name.ts'
import type { ConfigProblem } from './config-error.ts'
import type { Environment } from './env.ts'
import { type Setting, type SettingName, type SettingValues, settingNames, settings } from './settings.ts'

/** What the environment says, and everything that is wrong with it. */
export type SettingsRead = {
  /** Complete only where there are no problems */
  readonly values: SettingValues
  /** Which settings the environment gives; all others have their default */
  readonly given: ReadonlySet<SettingName>
  readonly problems: readonly ConfigProblem[]
}

const longest = 80

/** Parses every setting, without stopping at the first problem. */
export const readSettings = (env: Environment): SettingsRead => {
  const values: Record<string, unknown> = {}
  const given = new Set<SettingName>()
  const problems: ConfigProblem[] = []
  for (const name of settingNames) {
    const setting: Setting = settings[name]
    const fromEnvironment = env[name]?.trim() || undefined
    if (fromEnvironment !== undefined) given.add(name)
    const text = fromEnvironment ?? setting.default
    if (text === null) {
      values[name] = null
      continue
    }
    const parsed = setting.value.safeParse(text)
    if (parsed.success) values[name] = parsed.data
    else problems.push({ name, expected: setting.expected, given: shown(setting, text) })
  }
  return { values: values as SettingValues, given, problems: [...problems, ...unknownNames(env)] }
}

const shown = (setting: Setting, text: string): string => {
  const masked = setting.mask ? setting.mask(text) : text
  return JSON.stringify(masked.length > longest ? `${masked.slice(0, longest)}…` : masked)
}

/** `AMIGRAPH_…` is ours alone, so a name that we don't know is a typing error that would otherwise go unnoticed. */
const unknownNames = (env: Environment): ConfigProblem[] =>
  Object.keys(env)
    .filter(name => name.startsWith('AMIGRAPH_') && !(name in settings))
    .map(name => {
      const closest = closestName(name, settingNames)
      return { name, expected: closest ? `the name ${closest}` : 'no such variable', given: 'an unknown name' }
    })
