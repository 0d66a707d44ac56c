/**
 * Installs the benchmarks' own packages where they are missing or older than the lock file, so that `npm run bench:…`
 * works from a fresh clone. What npm says goes to stderr: stdout is the figures'.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname
const stamp = join(folder, 'node_modules', '.package-lock.json')

type Lock = { packages: Record<string, { version?: string; optional?: boolean; peer?: boolean }> }

const packagesOf = (file: string): Lock['packages'] | null => {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Lock).packages
  } catch {
    return null
  }
}

const isInstalled = (): boolean => {
  const installed = packagesOf(stamp)
  const wanted = packagesOf(join(folder, 'package-lock.json'))
  if (installed === null || wanted === null) return false
  // Optional packages of other platforms are in the lock file, but never installed.
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (installed[path]?.version ?? (optional && version)) === version,
  )
}

if (!isInstalled()) {
  process.stderr.write("Installing the benchmarks' packages …\n")
  const { status, error } = spawnSync('npm', ['ci', '--prefix', folder, '--include=dev', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (error) throw error
  process.exitCode = status ?? 1
}
