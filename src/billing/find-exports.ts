import { createHash } from 'node:crypto'
import type { StoredFile } from './export-store.ts'
import type { Manifest } from './read-manifest.ts'

/** The files of a month of an export. */
export type ExportMonth = {
  /** The export's folder within its store; empty: the store's own */
  readonly export: string
  /** As `2026-10` */
  readonly month: string
  readonly manifest: Manifest | null
  readonly files: readonly StoredFile[]
  /** Files that the manifest names and that are not there */
  readonly missing: readonly string[]
}

/** A manifest where it lies. */
export type StoredManifest = { readonly file: StoredFile; readonly manifest: Manifest }

/** The folder of a key; empty for one at the top. */
const dirname = (key: string): string => key.split('/').slice(0, -1).join('/')

const dataFile = /\.(parquet|csv|csv\.gz|gz|zip)$/i

/**
 * Every month of every export among these files. Where there is a manifest it says which files belong to the month: AWS
 * may keep those of earlier versions beside them. Files in folders of months without a manifest are taken as they are.
 */
export const findExports = (files: readonly StoredFile[], manifests: readonly StoredManifest[]): ExportMonth[] => {
  const data = files.filter(({ key }) => dataFile.test(key))
  const described = currentManifests(manifests).map(({ file, manifest }): ExportMonth => {
    const named = manifest.files.map(name => ({ name, file: fileNamed(data, name) }))
    return {
      ...(placeOf(file.key) ?? { export: dirname(file.key), month: '' }),
      ...(manifest.month !== null && { month: manifest.month }),
      manifest,
      files: named.flatMap(found => found.file ?? []),
      missing: named.filter(found => found.file === undefined).map(({ name }) => name),
    }
  })
  const known = new Set(described.map(identityOf))
  return [
    ...described.filter(({ month }) => month !== ''),
    ...undescribed(data).filter(it => !known.has(identityOf(it))),
  ]
}

const identityOf = ({ export: name, month }: Pick<ExportMonth, 'export' | 'month'>) => JSON.stringify([name, month])

/** Of all manifests of a month the one that counts: outside of a version's own folder, else the latest. */
const currentManifests = (manifests: readonly StoredManifest[]): StoredManifest[] => {
  const current = new Map<string, StoredManifest>()
  for (const stored of manifests) {
    const place = placeOf(stored.file.key)
    const key = identityOf({
      export: place?.export ?? dirname(stored.file.key),
      month: stored.manifest.month ?? place?.month ?? '',
    })
    const other = current.get(key)
    if (other === undefined || isNewer(stored.file, other.file)) current.set(key, stored)
  }
  return [...current.values()]
}

const depth = ({ key }: StoredFile) => key.split('/').length

const isNewer = (file: StoredFile, than: StoredFile): boolean => {
  if (depth(file) !== depth(than)) return depth(file) < depth(than)
  const later = file.lastModified.getTime() - than.lastModified.getTime()
  return later === 0 ? file.key > than.key : later > 0
}

/** A manifest names files by their whole key in the bucket; a store may begin below that, or above. */
const fileNamed = (files: readonly StoredFile[], name: string): StoredFile | undefined =>
  files
    .filter(({ key }) => key === name || name.endsWith(`/${key}`) || key.endsWith(`/${name}`))
    .toSorted((a, b) => b.key.length - a.key.length)[0]

const undescribed = (data: readonly StoredFile[]): ExportMonth[] => {
  const months = new Map<string, ExportMonth & { files: StoredFile[] }>()
  for (const file of data) {
    const place = placeOf(file.key)
    if (place === null) continue
    const key = identityOf(place)
    const month = months.get(key) ?? { ...place, manifest: null, files: [], missing: [] }
    month.files.push(file)
    months.set(key, month)
  }
  return [...months.values()]
}

/** How AWS lays out exports: the folders of a month, and whether a folder before those is a part of the layout. */
const layouts: readonly { readonly pattern: RegExp; readonly month: (found: RegExpExecArray) => string }[] = [
  // Data Exports: NAME/data/BILLING_PERIOD=2026-10/…, NAME/metadata/BILLING_PERIOD=2026-10/…
  {
    pattern: /^(?:(.*?)\/)??(?:(?:data|metadata)\/)?billing_period=(\d{4}-\d\d)\//i,
    month: found => found[2] ?? '',
  },
  // The older report: NAME/20261001-20261101/…
  {
    pattern: /^(?:(.*?)\/)?(\d{4})(\d\d)01-\d{8}\//,
    month: found => `${found[2]}-${found[3]}`,
  },
  // The same, laid out for Athena: NAME/NAME/year=2026/month=10/…
  {
    pattern: /^(?:(.*?)\/)?[^/]+\/year=(\d{4})\/month=(\d{1,2})\//,
    month: found => `${found[2]}-${found[3]?.padStart(2, '0')}`,
  },
]

const placeOf = (key: string): { export: string; month: string } | null => {
  for (const { pattern, month } of layouts) {
    const found = pattern.exec(key)
    if (found !== null) return { export: found[1] ?? '', month: month(found) }
  }
  return null
}

/** Changes whenever the manifest or one of the files does. */
export const signatureOf = ({ files, manifest, missing }: ExportMonth): string =>
  createHash('sha256')
    .update(JSON.stringify([manifest, missing, files.map(({ key, size, etag }) => [key, size, etag])]))
    .digest('hex')
