import { mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const page = join(import.meta.dirname, 'page')
// The editor's parts are dependencies of the explorer's, wherever the package manager put them.
const require = createRequire(import.meta.url)

/**
 * Bundles the explorer page from its npm packages into a folder: `explorer.js`, `explorer.css`, a worker for each
 * language, fonts. Written beside it first, so that the folder is complete or not there. Throws where the packages are
 * not installed.
 */
export const buildExplorer = async (directory: string): Promise<void> => {
  const { build } = await import('esbuild')
  const resolve = (path: string) => require.resolve(path)
  const graphiql = dirname(resolve('graphiql/package.json'))
  const worker = (path: string) => createRequire(join(graphiql, 'package.json')).resolve(path)
  const unfinished = `${directory}.${process.pid}`
  await mkdir(unfinished, { recursive: true })
  try {
    await build({
      entryPoints: {
        explorer: join(page, 'explorer.js'),
        'editor.worker': worker('monaco-editor/esm/vs/editor/editor.worker.js'),
        'json.worker': worker('monaco-editor/esm/vs/language/json/json.worker.js'),
        'graphql.worker': worker('monaco-graphql/esm/graphql.worker.js'),
      },
      outdir: unfinished,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      loader: { '.ttf': 'file', '.woff': 'file', '.woff2': 'file' },
      assetNames: '[name]-[hash]',
      define: { 'process.env.NODE_ENV': '"production"' },
      legalComments: 'linked',
      logLevel: 'silent',
    })
    await rename(unfinished, directory).catch(async error => {
      // Another process was faster.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}
