import type { EffectiveSettings } from './effective-settings.ts'

/** The effective settings as text for a terminal, a group a paragraph. */
export const printSettings = ({ settings, awsVariables }: EffectiveSettings): string => {
  const lines: string[] = []
  let group = ''
  const nameWidth = Math.max(...settings.map(({ name }) => name.length), ...awsVariables.map(({ name }) => name.length))
  const originWidth = 'environment'.length
  for (const setting of settings) {
    if (setting.group !== group) lines.push(...(group === '' ? [] : ['']), setting.group)
    group = setting.group
    const value = setting.value ?? `(${(setting.absent ?? 'absent').replaceAll('`', '')})`
    lines.push(`  ${setting.name.padEnd(nameWidth)}  ${setting.from.padEnd(originWidth)}  ${value}`)
  }
  lines.push('', "The AWS SDK's own variables")
  if (awsVariables.length === 0) lines.push('  none is set')
  for (const { name, shown } of awsVariables) {
    lines.push(`  ${name.padEnd(nameWidth)}  ${'environment'.padEnd(originWidth)}  ${shown}`)
  }
  return lines.join('\n')
}
