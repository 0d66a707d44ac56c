import { type AggregateOptions, aggregate } from './aggregate.ts'
import { BillError } from './bill-error.ts'
import type { BillSource } from './bill-source.ts'
import { ExportChanged, type ExportStore } from './export-store.ts'
import { type ExportMonth, findExports, type StoredManifest, signatureOf } from './find-exports.ts'
import { looksLikeManifest, readManifest } from './read-manifest.ts'

/** Bills from exports that lie in files. */
export const fileBillSource = (store: ExportStore, options: AggregateOptions = {}): BillSource => {
  let listed: readonly ExportMonth[] = []
  return {
    name: store.name,
    async list() {
      const files = await store.list('')
      const manifests: StoredManifest[] = []
      for (const file of files.filter(looksLikeManifest)) {
        const manifest = await readManifest(store, file)
        if (manifest !== null) manifests.push({ file, manifest })
      }
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
