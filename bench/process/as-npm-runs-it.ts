import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

type Package = { readonly scripts: Readonly<Record<string, string>> }

/** What stands between `node` and the program in a script of the root's package.json: processes are measured as they run. */
export const asNpmRunsIt = (script: string): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package
  const [node, ...words] = scripts[script]?.split(' ') ?? []
  if (node !== 'node' || words.length === 0) throw new Error(`The script ${script} does not begin with node`)
  return words.slice(0, -1).map(word => (word.startsWith('./') ? join(root, word) : word))
}
