import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { ExportStore, StoredFile } from './export-store.ts'

/** What a manifest says of a month of an export. */
export type Manifest = {
  /** Data Exports (CUR 2.0, FOCUS), or else the older Cost and Usage Report */
  readonly isDataExport: boolean
  /** As `2026-10`; null where only the folder's name says it */
  readonly month: string | null
  /** Keys in the bucket */
  readonly files: readonly string[]
  /** Null where it does not say whether the month is invoiced */
  readonly isFinal: boolean | null
}

const shape = z.object({
  reportKeys: z.array(z.string()).optional(),
  dataFiles: z.array(z.string()).optional(),
  billingPeriod: z.object({ start: z.string() }).optional(),
  finalized: z.boolean().optional(),
})

/** A manifest of AWS is some hundred kilobytes; what is larger is none. */
const largest = 20 * 1024 * 1024

export const looksLikeManifest = ({ key, size }: StoredFile): boolean =>
  /manifest[^/]*\.json$/i.test(key) && size <= largest

/** The manifest in a file; null where it holds something else, or is being rewritten. */
export const readManifest = async (store: ExportStore, file: StoredFile): Promise<Manifest | null> => {
  const fetched = await store.fetch(file)
  try {
    return parseManifest(await readFile(fetched.path, 'utf8'))
  } finally {
    await fetched.release()
  }
}

export const parseManifest = (text: string): Manifest | null => {
  const parsed = shape.safeParse(parseJson(text))
  if (!parsed.success) return null
  const { reportKeys, dataFiles, billingPeriod, finalized } = parsed.data
  const files = dataFiles ?? reportKeys
  if (files === undefined) return null
  return {
    isDataExport: dataFiles !== undefined,
    month: monthOf(billingPeriod?.start),
    files: files.map(name => name.replace(/^s3:\/\/[^/]+\//, '')),
    isFinal: finalized ?? null,
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `20261001T000000.000Z` or `2026-10-01T00:00:00Z`. */
const monthOf = (start: string | undefined): string | null => {
  const found = /^(\d{4})-?(\d\d)/.exec(start ?? '')
  return found === null ? null : `${found[1]}-${found[2]}`
}
