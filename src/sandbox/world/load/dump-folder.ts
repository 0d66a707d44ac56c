import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DumpError } from './dump-error.ts'
import { type Output, readOutputs } from './read-outputs.ts'
import { members, regionalFiles } from './regional-files.ts'

/** The answers in one folder, by operation in kebab case. */
export type DumpFolder = { path: string; outputs: (operation: string) => Output[]; has: (operation: string) => boolean }

/** The operations that are read; a folder may hold any others. Where one name starts another, the longer comes first. */
const operations = [
  ...Object.values(regionalFiles),
  'describe-regions',
  'describe-organization',
  'list-accounts-for-parent',
  'list-accounts',
  'list-organizational-units-for-parent',
  'list-parents',
  'list-roots',
].sort((a, b) => b.length - a.length)

/** Reads the JSON files of a folder; a missing folder has no answers. */
export const readDumpFolder = (path: string): DumpFolder => {
  const byOperation = new Map<string, Output[]>()
  for (const name of jsonFiles(path)) {
    const operation = operationOf(name)
    if (operation === undefined) continue
    const member = members[operation]
    const outputs = readOutputs(join(path, name)).filter(({ body }) => member === undefined || member in body)
    if (outputs.length === 0 && member !== undefined) continue
    byOperation.set(operation, [...(byOperation.get(operation) ?? []), ...outputs])
  }
  return {
    path,
    outputs: operation => byOperation.get(operation) ?? [],
    has: operation => byOperation.has(operation),
  }
}

/** The folders in a folder, hidden ones aside, in order. */
export const foldersIn = (path: string): string[] => {
  if (!existsSync(path)) throw new DumpError(path, 'there is no such folder')
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .sort()
}

const jsonFiles = (path: string) =>
  existsSync(path)
    ? readdirSync(path)
        .filter(name => name.endsWith('.json'))
        // Numbered pages in their order: _2 before _10
        .sort(new Intl.Collator('en', { numeric: true }).compare)
    : []

/** `ec2-describe-images.json`, `ec2.DescribeImages_1.json`, `describe-image-attribute-ami-….json` */
const operationOf = (fileName: string) => {
  const kebab = fileName
    .replace(/\.json$/, '')
    .replace(/^(ec2|organizations|kms|imagebuilder)[-._]/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
  return operations.find(
    operation => kebab === operation || (/^[-._\d]/.test(kebab.slice(operation.length)) && kebab.startsWith(operation)),
  )
}
