import { createHash } from 'node:crypto'
import { access, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { buildExplorer } from './build-explorer.ts'

const project = resolve(import.meta.dirname, '../../..')

/** Where src/bin/build-explorer.ts puts it, for images that are installed without what the build needs. */
export const prebuiltDirectory = join(project, 'build/explorer')

/**
 * The folder that has the explorer's files. Taken as it was built before, else built now, which takes some seconds: into
 * the package cache, or where the project may not be written, into the data folder or a temporary one of its own.
 */
export const findExplorerDirectory = async (dataDir: string): Promise<string> => {
  if (await exists(prebuiltDirectory)) return prebuiltDirectory
  const name = `explorer-${await fingerprint()}`
  const parents = [join(project, 'node_modules/.cache/amigraph'), join(dataDir, 'cache')]
  for (const parent of parents) if (await exists(join(parent, name))) return join(parent, name)
  for (const parent of parents) {
    if (!(await isWritable(parent))) continue
    await buildExplorer(join(parent, name))
    return join(parent, name)
  }
  // A folder of a name that nobody can know before: what others put into the temporary folder is never served.
  const directory = join(await mkdtemp(join(tmpdir(), 'amigraph-')), name)
  await buildExplorer(directory)
  return directory
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

const isWritable = (path: string) =>
  mkdir(path, { recursive: true })
    .then(() => access(path, 2))
    .then(
      () => true,
      () => false,
    )

/** Changes with what the explorer is built from. */
const fingerprint = async (): Promise<string> => {
  const require = createRequire(import.meta.url)
  const page = join(import.meta.dirname, 'page')
  const hash = createHash('sha256')
  for (const file of (await readdir(page)).sort()) hash.update(await readFile(join(page, file)))
  hash.update(await readFile(join(import.meta.dirname, 'build-explorer.ts')))
  for (const name of ['esbuild', 'graphiql', 'react']) {
    hash.update(await readFile(join(dirname(require.resolve(`${name}/package.json`)), 'package.json')))
  }
  return hash.digest('hex').slice(0, 16)
}
