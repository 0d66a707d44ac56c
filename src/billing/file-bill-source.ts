import { type AggregateOptions, aggregate } from './aggregate.ts'
import { BillError } from './bill-error.ts'
import type { BillSource } from './bill-source.ts'
import { ExportChanged, type ExportStore } from './export-store.ts'
import { type ExportMonth, findExports, type StoredManifest, signatureOf } from './find-exports.ts'
import { inParallel } from './in-parallel.ts'
import { looksLikeManifest, type Manifest, readManifest } from './read-manifest.ts'

/** Of a bucket, one takes as long as a call; old reports have hundreds. */
const manifestsAtOnce = 8

/** Bills from exports that lie in files. */
export const fileBillSource = (store: ExportStore, options: AggregateOptions = {}): BillSource => {
  let listed: readonly ExportMonth[] = []
  /** What is known by its ETag is not fetched again */
  let known = new Map<string, Manifest | null>()
  return {
    name: store.name,
    async list() {
      const files = await store.list('')
      const candidates = files.filter(looksLikeManifest)
      const read = new Map<string, Manifest | null>()
      await inParallel(candidates, manifestsAtOnce, async file => {
        const version = `${file.key} ${file.etag}`
        const manifest = known.get(version)
        read.set(version, manifest === undefined ? await readManifest(store, file) : manifest)
      })
      known = read
      const manifests = candidates.flatMap((file): StoredManifest[] => {
        const manifest = read.get(`${file.key} ${file.etag}`) ?? null
        return manifest === null ? [] : [{ file, manifest }]
      })
      listed = findExports(files, manifests)
      return listed.map(month => ({ export: month.export, month: month.month, signature: signatureOf(month) }))
    },
    async read(version, folder, moved) {
      const month = listed.find(each => each.export === version.export && each.month === version.month)
      if (month === undefined) throw new BillError('NOT_LISTED', `${version.export} of ${version.month} was not listed`)
      if (signatureOf(month) !== version.signature) throw new ExportChanged(version.export)
      return aggregate(store, month, folder, { ...options, moved })
    },
  }
}
