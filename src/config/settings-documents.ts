import { type Setting, settingNames, settings } from './settings.ts'

/** The text of `.env.example`: every setting, commented out, with its default and its meaning. */
export const envExample = (): string => {
  const lines = [
    '# Settings of amigraph. Copy this file to .env, or set these variables in the environment, which wins over .env.',
    "# All are optional. Written by `npm run config -- --env-example`; `npm test` checks that it's up to date.",
  ]
  let group = ''
  for (const name of settingNames) {
    const setting: Setting = settings[name]
    if (setting.group !== group) lines.push('', `## ${setting.group}`)
    group = setting.group
    lines.push('', ...wrap(setting.description, 118).map(line => `# ${line}`))
    if (!setting.default && setting.absent) lines.push(`# Absent: ${setting.absent.replaceAll('`', '')}.`)
    lines.push(`#${name}=${quoted(setting.default ?? '')}`)
  }
  lines.push(
    '',
    "## The AWS SDK's own variables work as everywhere else: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL, ...",
    '',
  )
  return lines.join('\n')
}

/** The settings table of the README. */
export const settingsTable = (): string => {
  const rows = settingNames.map(name => {
    const setting: Setting = settings[name]
    const fallback = setting.default ? `\`${setting.default}\`` : (setting.absent ?? '')
    return `| \`${name}\` | ${fallback} | ${setting.description} |`
  })
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n')
}

// `*` and spaces would be read by a shell that sources the file.
const quoted = (value: string) => (/^[\w./:,-]*$/.test(value) ? value : `'${value}'`)

const wrap = (text: string, width: number): string[] => {
  const lines: string[] = ['']
  for (const word of text.replaceAll('`', '').split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
